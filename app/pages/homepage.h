// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livejobs.h"
#include "app/pages/page.h"

#include <QTimer>

class CardGrid;
class DeviceDonut;
class JobRow;
class QLabel;
class QPushButton;
class QVBoxLayout;
class StoragePane;

// Home: what runs in the VC, its devices, the person's latest jobs, and the storage.
class HomePage final : public Page
{
    Q_OBJECT

public:
    explicit HomePage(LiveStore &store, QWidget *parent = nullptr);

    QString title() const override;

protected:
    void retranslate() override;

private:
    void dress();
    void arrange();
    void followVc();
    void followVcs();
    void showDevices(const model::VcStatus &vc);
    void showJobs();
    void showEmpty();

    LiveStore &m_store;
    LiveJobs m_jobs; // own ones of the VC
    QLabel *m_title;
    QLabel *m_summary;
    QPushButton *m_submit;
    QPushButton *m_allJobs;
    QLabel *m_devicesHead;
    QLabel *m_jobsHead;
    QLabel *m_empty;
    QPushButton *m_retry;
    CardGrid *m_devices;
    QVBoxLayout *m_rows;
    StoragePane *m_storage;
    QList<DeviceDonut *> m_donuts;
    QList<JobRow *> m_jobRows;
    QTimer m_minute; // relative times grow older
};
