// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/savefile.h"
#include "app/people/peoplecsv.h"
#include "app/text/errortext.h"
#include "app/widgets/toast.h"
#include "core/client/apiclient.h"
#include "core/model/page.h"

#include <memory>

// Reads every page of a list, for an export of all that matches. The slot gets all rows, or the
// error that ended it; it is not called after the receiver is gone.
template <typename Query, typename Row>
void readAll(client::ApiClient &api, const api::Endpoint<Query, model::Page<Row>> &endpoint,
             Query query, QObject *receiver, std::function<void(const Result<QList<Row>> &)> slot)
{
    struct Walk : std::enable_shared_from_this<Walk>
    {
        Walk(client::ApiClient &client, const api::Endpoint<Query, model::Page<Row>> &of)
            : api(client)
            , endpoint(of)
        { }

        void next()
        {
            whenDone(api.call(endpoint, {}, query), receiver,
                     [self = this->shared_from_this()](const Result<model::Page<Row>> &page) {
                         self->take(page);
                     });
        }

        void take(const Result<model::Page<Row>> &page)
        {
            if (!page)
                return slot(page.error());
            rows += page->items;
            if (!page->next)
                return slot(rows);
            query.cursor = *page->next;
            next();
        }

        client::ApiClient &api;
        const api::Endpoint<Query, model::Page<Row>> endpoint;
        Query query;
        QObject *receiver = nullptr;
        std::function<void(const Result<QList<Row>> &)> slot;
        QList<Row> rows;
    };
    const auto walk = std::make_shared<Walk>(api, endpoint);
    walk->query = std::move(query);
    walk->query.limit = Query::kMaxLimit;
    walk->query.cursor.clear();
    walk->receiver = receiver;
    walk->slot = std::move(slot);
    walk->next();
}

// Writes all that matches as a CSV file and says over the page that it did, or why not; `done` is
// told whether.
template <typename Query, typename Row>
void exportAll(QWidget *page, client::ApiClient &api,
               const api::Endpoint<Query, model::Page<Row>> &endpoint, const Query &query,
               const QString &path, const std::function<void(bool)> &done)
{
    readAll<Query, Row>(
        api, endpoint, query, page, [page, path, done](const Result<QList<Row>> &rows) {
            const bool isWritten = rows && SaveFile::write(path, peoplecsv::of(*rows));
            if (rows)
                SaveFile::tell(page, path, isWritten);
            else
                Toast::say(page, ErrorText::of(rows.error()));
            done(isWritten);
        });
}
