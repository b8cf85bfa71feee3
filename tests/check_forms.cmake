# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a form breaks a rule: its file is named as its class, object names end in what they are,
# no style sheet and no colour, every label of a field has its buddy. Run with -DSOURCE=<root>.
cmake_policy(VERSION 3.25)
file(GLOB forms ${SOURCE}/forms/*.ui)
set(endings
    QLabel Label QPushButton Button QToolButton Button QLineEdit Edit QPlainTextEdit Edit
    QComboBox "Combo(Box)?" QSpinBox "Spin(Box)?" QCheckBox "Check(Box)?" QRadioButton "Radio(Button)?"
    QTabWidget TabWidget QTabBar TabBar QVBoxLayout Layout QHBoxLayout Layout QGridLayout Layout
    QFormLayout Layout)
foreach(form IN LISTS forms)
    get_filename_component(stem ${form} NAME_WE)
    file(READ ${form} text)
    string(REGEX MATCH "<class>([A-Za-z]+)</class>" ignored "${text}")
    string(TOLOWER "${CMAKE_MATCH_1}" class)
    if(NOT class STREQUAL stem)
        message(SEND_ERROR "${form}: the class is ${CMAKE_MATCH_1}, not ${stem}")
    endif()
    foreach(word styleSheet "<color" "<palette" "<connection>" "<pointsize")
        if(text MATCHES "${word}")
            message(SEND_ERROR "${form}: forms have no ${word}")
        endif()
    endforeach()
    string(REGEX MATCHALL "<(widget|layout) class=\"[A-Za-z]+\" name=\"[A-Za-z0-9_]+\"" objects "${text}")
    foreach(object IN LISTS objects)
        string(REGEX MATCH "class=\"([A-Za-z]+)\" name=\"([A-Za-z0-9_]+)\"" ignored "${object}")
        set(kind ${CMAKE_MATCH_1})
        set(name ${CMAKE_MATCH_2})
        list(FIND endings ${kind} at)
        if(at GREATER_EQUAL 0)
            math(EXPR next "${at} + 1")
            list(GET endings ${next} ending)
            if(NOT name MATCHES "${ending}$")
                message(SEND_ERROR "${form}: ${name} is a ${kind}, its name must end in ${ending}")
            endif()
        endif()
    endforeach()
    # A mnemonic without a buddy leads nowhere.
    string(REGEX MATCHALL "<widget class=\"QLabel\"[^/]*<string>[^<]*&amp;[^<]*</string>" mnemonics "${text}")
    foreach(label IN LISTS mnemonics)
        if(NOT text MATCHES "<property name=\"buddy\">")
            message(SEND_ERROR "${form}: a label with a mnemonic has no buddy")
        endif()
    endforeach()
    # Each name of a buddy exists.
    string(REGEX MATCHALL "<property name=\"buddy\">[ \n]*<cstring>[A-Za-z0-9_]+" buddies "${text}")
    foreach(buddy IN LISTS buddies)
        string(REGEX MATCH "[A-Za-z0-9_]+$" name "${buddy}")
        if(NOT text MATCHES "name=\"${name}\"")
            message(SEND_ERROR "${form}: the buddy ${name} does not exist")
        endif()
    endforeach()
endforeach()
