// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/colors.h"

#include <QIcon>

// The console's line icons, drawn for it, in files of the same names in lower case.
enum class Icon {
    Home,
    Plus,
    Jobs,
    Cluster,
    Layers,
    Inference,
    Users,
    Bell,
    Search,
    Menu,
    ChevronRight,
    ChevronLeft,
    ChevronDown,
    ChevronUp,
    ArrowDown,
    Play,
    Pause,
    Stop,
    Retry,
    Copy,
    Check,
    Close,
    Minus,
    Warning,
    Error,
    Info,
    Help,
    Moon,
    Sun,
    Globe,
    User,
    SignOut,
    More,
    Download,
    Clock,
    Wrap,
    Filter,
    Edit,
    Trash,
    Folder,
    External,
    Settings,
    Eye,
    Lock,
    Device,
    Gauge,
    Shield,
    History,
    Key,
    Terminal,
    Logo,
};

// What an icon is painted with; it follows the theme by itself.
enum class Ink { Secondary, Text, OnFill };

// Crisp at every size and scale; grey while disabled.
QIcon icon(Icon icon, Ink ink = Ink::Secondary);
QIcon icon(Icon icon, Tone tone);

// In one colour, for own painting. The size is in device-independent pixels.
QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio);
