// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/signintext.h"

using model::AttemptFailure;
using rules::SshKeyRule;

QString SignInText::provider(model::Provider provider)
{
    switch (provider) {
    case model::Provider::Microsoft:
        //: The company, as it is called in this language
        return tr("Microsoft");
    case model::Provider::WeChat:
        //: The messenger, as it is called in this language
        return tr("WeChat");
    }
    Q_UNREACHABLE();
}

QString SignInText::failure(AttemptFailure failure, model::Provider provider)
{
    const QString name = SignInText::provider(provider);
    switch (failure) {
    case AttemptFailure::Refused:
        return tr("You did not agree in the browser. Try again, and agree there.");
    case AttemptFailure::Expired:
        return tr("It took too long in the browser. Try again.");
    case AttemptFailure::Unavailable:
        return tr("%1 does not answer, or with an error. Try again later, or use your password.")
            .arg(name);
    case AttemptFailure::Untrusted:
        return tr("What %1 answered cannot be trusted. Try again; if it stays, tell support.")
            .arg(name);
    case AttemptFailure::Taken:
        return tr("This account at %1 belongs to somebody else here, or you have bound another one "
                  "already.")
            .arg(name);
    case AttemptFailure::Disabled:
        return tr("Your account is disabled. Ask an administrator.");
    case AttemptFailure::SignUpClosed:
        return tr("Nobody here has this account at %1, and accounts are made by the "
                  "administrators. Ask one of them.")
            .arg(name);
    case AttemptFailure::SessionEnded:
        return tr("Your session has ended meanwhile. Sign in and try again.");
    }
    Q_UNREACHABLE();
}

QString SignInText::sshKey(SshKeyRule rule)
{
    switch (rule) {
    case SshKeyRule::Form:
        return tr("This is no public key. Paste the line of a .pub file, such as “ssh-ed25519 "
                  "AAAA… name”.");
    case SshKeyRule::Private:
        return tr("This is your private key, which nobody else may have. Use the file that ends in "
                  ".pub.");
    case SshKeyRule::Type:
        return tr("Keys of this type are unknown or too weak. Make one with “ssh-keygen -t "
                  "ed25519”.");
    case SshKeyRule::Size:
        return tr("An RSA key needs %1 to %2 bits.")
            .arg(rules::kLeastRsaBits)
            .arg(rules::kMostRsaBits);
    case SshKeyRule::NameLength:
        return tr("What stands behind the key may have at most %n characters.", nullptr,
                  rules::kMostKeyNameCharacters);
    }
    Q_UNREACHABLE();
}
