// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

Q_LOGGING_CATEGORY(logDaemon, "berth.daemon", QtInfoMsg)
Q_LOGGING_CATEGORY(logHttp, "berth.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "berth.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logSignIn, "berth.signin", QtInfoMsg)
Q_LOGGING_CATEGORY(logEngine, "berth.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(logReconcile, "berth.reconcile", QtInfoMsg)
Q_LOGGING_CATEGORY(logClient, "berth.client", QtInfoMsg)
