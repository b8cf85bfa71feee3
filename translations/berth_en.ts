<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountText</name>
    <message numerus="yes">
        <source>Use at least %n characters.</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>Use at most %n character.</numerusform>
            <numerusform>Use at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterStatusPage</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message numerus="yes">
        <source>%n of them custom</source>
        <translation>
            <numerusform>%n of them custom</numerusform>
            <numerusform>%n of them custom</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteVcDialog</name>
    <message numerus="yes">
        <source>%n of its jobs go with it, with their logs.</source>
        <translation>
            <numerusform>One job of it goes with it, with its log.</numerusform>
            <numerusform>%n of its jobs go with it, with their logs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people can no longer use it.</source>
        <translation>
            <numerusform>One person can no longer use it.</numerusform>
            <numerusform>%n people can no longer use it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndpointText</name>
    <message numerus="yes">
        <source>A job has at most %n endpoints. Switch one off first.</source>
        <translation>
            <numerusform>A job has at most %n endpoint. Switch one off first.</numerusform>
            <numerusform>A job has at most %n endpoints. Switch one off first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <extracomment>A time: three minutes ago</extracomment>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n d</source>
        <translation>
            <numerusform>in %n d</numerusform>
            <numerusform>in %n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupCommands</name>
    <message numerus="yes">
        <source>%n members have them too.</source>
        <translation>
            <numerusform>%n member has them too.</numerusform>
            <numerusform>%n members have them too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members may use them. Jobs in a virtual cluster that is taken away go on.</source>
        <translation>
            <numerusform>%n member may use them. Jobs in a virtual cluster that is taken away go on.</numerusform>
            <numerusform>%n members may use them. Jobs in a virtual cluster that is taken away go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roles</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual clusters</source>
        <translation>
            <numerusform>%n virtual cluster</numerusform>
            <numerusform>%n virtual clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n groups?</source>
        <translation>
            <numerusform>Delete %n group?</numerusform>
            <numerusform>Delete %n groups?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobCommands</name>
    <message numerus="yes">
        <source>%n device(s), %1 of work</source>
        <extracomment>What is lost with killed jobs: devices, then a time such as &quot;5 h 12 min&quot;</extracomment>
        <translation>
            <numerusform>%n device, %1 of work</numerusform>
            <numerusform>%n devices, %1 of work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are being killed.</source>
        <translation>
            <numerusform>%n job is being killed.</numerusform>
            <numerusform>%n jobs are being killed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message numerus="yes">
        <source>Needs %n device(s); %1 of %2 in the virtual cluster are free.</source>
        <translation>
            <numerusform>Needs %n device; %1 of %2 in the virtual cluster are free.</numerusform>
            <numerusform>Needs %n devices; %1 of %2 in the virtual cluster are free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs %n device(s); your limit in this virtual cluster is %2 and leaves %1.</source>
        <translation>
            <numerusform>Needs %n device; your limit in this virtual cluster is %2 and leaves %1.</numerusform>
            <numerusform>Needs %n devices; your limit in this virtual cluster is %2 and leaves %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No node has %n device(s) free now; the best has %1.</source>
        <translation>
            <numerusform>No node has %n device free now; the best has %1.</numerusform>
            <numerusform>No node has %n devices free now; the best has %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No ring of linked devices has %n free now.</source>
        <translation>
            <numerusform>No ring of linked devices has %n free now.</numerusform>
            <numerusform>No ring of linked devices has %n free now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs %n node(s) with room at the same time; %1 have it now.</source>
        <translation>
            <numerusform>Needs %n node with room at the same time; %1 have it now.</numerusform>
            <numerusform>Needs %n nodes with room at the same time; %1 have it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can never run: it asks for %n device(s), the largest node has %1.</source>
        <translation>
            <numerusform>Can never run: it asks for %n device, the largest node has %1.</numerusform>
            <numerusform>Can never run: it asks for %n devices, the largest node has %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) are kept for it, %1 of them free; jobs still making room: %2.</source>
        <translation>
            <numerusform>%n device is kept for it, %1 of them free; jobs still making room: %2.</numerusform>
            <numerusform>%n devices are kept for it, %1 of them free; jobs still making room: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can never run: it asks for %n node(s), the cluster has %1 that are large enough.</source>
        <translation>
            <numerusform>Can never run: it asks for %n node, the cluster has %1 that are large enough.</numerusform>
            <numerusform>Can never run: it asks for %n nodes, the cluster has %1 that are large enough.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can never run: it asks for %n device(s), the virtual cluster has %1.</source>
        <translation>
            <numerusform>Can never run: it asks for %n device, the virtual cluster has %1.</numerusform>
            <numerusform>Can never run: it asks for %n devices, the virtual cluster has %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can never run: it asks for %n device(s), your limit in this virtual cluster is %1.</source>
        <translation>
            <numerusform>Can never run: it asks for %n device, your limit in this virtual cluster is %1.</numerusform>
            <numerusform>Can never run: it asks for %n devices, your limit in this virtual cluster is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message numerus="yes">
        <source>%1 of %n jobs</source>
        <translation>
            <numerusform>%1 of %n job</numerusform>
            <numerusform>%1 of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewUsersPage</name>
    <message numerus="yes">
        <source>%n users, each with the roles: %1.</source>
        <translation>
            <numerusform>%n user with the roles: %1.</numerusform>
            <numerusform>%n users, each with the roles: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users that you have filled in are lost.</source>
        <translation>
            <numerusform>%n user that you have filled in is lost.</numerusform>
            <numerusform>%n users that you have filled in are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NodeActionText</name>
    <message numerus="yes">
        <source>Cordon %n nodes</source>
        <translation>
            <numerusform>Cordon %n node</numerusform>
            <numerusform>Cordon %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Uncordon %n nodes</source>
        <translation>
            <numerusform>Uncordon %n node</numerusform>
            <numerusform>Uncordon %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain %n nodes</source>
        <translation>
            <numerusform>Drain %n node</numerusform>
            <numerusform>Drain %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New work may come here again; %n device(s) are free.</source>
        <translation>
            <numerusform>New work may come here again; %n device is free.</numerusform>
            <numerusform>New work may come here again; %n devices are free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <comment>held by jobs</comment>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of %1 go on here, on %2.</source>
        <extracomment>%1 &quot;2 people&quot;, %2 &quot;16 devices&quot;</extracomment>
        <translation>
            <numerusform>%n job of %1 goes on here, on %2.</numerusform>
            <numerusform>%n jobs of %1 go on here, on %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of %1 run to their ends here, on %2.</source>
        <extracomment>%1 &quot;2 people&quot;, %2 &quot;16 devices&quot;</extracomment>
        <translation>
            <numerusform>%n job of %1 runs to its end here, on %2.</numerusform>
            <numerusform>%n jobs of %1 run to their ends here, on %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of %1 stop and go back to the queue; %2 are left. They start anew with the same files where there is room.</source>
        <extracomment>%1 &quot;2 people&quot;, %2 &quot;16 devices&quot;</extracomment>
        <translation>
            <numerusform>%n job of %1 stops and goes back to the queue, giving up %2. It starts anew with the same files where there is room.</numerusform>
            <numerusform>%n jobs of %1 stop and go back to the queue, giving up %2. They start anew with the same files where there is room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They leave %n device(s) of other nodes, too.</source>
        <translation>
            <numerusform>%n device of other nodes is given up, too.</numerusform>
            <numerusform>%n devices of other nodes are given up, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %n device(s)</source>
        <extracomment>%1 a job, %2 a person</extracomment>
        <translation>
            <numerusform>%1 of %2, %n device</numerusform>
            <numerusform>%1 of %2, %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %n device(s) here and %3 on other nodes</source>
        <extracomment>%1 a job, %2 a person, %3 a number of devices</extracomment>
        <translation>
            <numerusform>%1 of %2, %n device here and %3 on other nodes</numerusform>
            <numerusform>%1 of %2, %n devices here and %3 on other nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain and requeue %n job(s)</source>
        <extracomment>A button: empties a node at once</extracomment>
        <translation>
            <numerusform>Drain and requeue %n job</numerusform>
            <numerusform>Drain and requeue %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes take no new work.</source>
        <translation>
            <numerusform>%n node takes no new work.</numerusform>
            <numerusform>%n nodes take no new work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes take new work again.</source>
        <translation>
            <numerusform>%n node takes new work again.</numerusform>
            <numerusform>%n nodes take new work again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes are being emptied.</source>
        <translation>
            <numerusform>%n node is being emptied.</numerusform>
            <numerusform>%n nodes are being emptied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message numerus="yes">
        <source>Use at least %n characters.</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>Use at most %n character.</numerusform>
            <numerusform>Use at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordDisplay</name>
    <message numerus="yes">
        <source>The %n passwords are shown this once. Hand them over now; at the first sign-in everyone chooses an own one.</source>
        <translation>
            <numerusform>The password is shown this once. Hand it over now; at the first sign-in the person chooses an own one.</numerusform>
            <numerusform>The %n passwords are shown this once. Hand them over now; at the first sign-in everyone chooses an own one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleRuleText</name>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>Use at most %n character.</numerusform>
            <numerusform>Use at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n at once.</source>
        <translation>
            <numerusform>Choose at most %n at once.</numerusform>
            <numerusform>Choose at most %n at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightsPicker</name>
    <message numerus="yes">
        <source>%n more: search to find them.</source>
        <translation>
            <numerusform>%n more: search to find it.</numerusform>
            <numerusform>%n more: search to find them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoleCommands</name>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups with all members</source>
        <translation>
            <numerusform>%n group with all members</numerusform>
            <numerusform>%n groups with all members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n roles?</source>
        <translation>
            <numerusform>Delete %n role?</numerusform>
            <numerusform>Delete %n roles?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RolesPage</name>
    <message numerus="yes">
        <source>%n roles</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionsPane</name>
    <message numerus="yes">
        <source>%n other sessions end. The programs there ask for your password again.</source>
        <translation>
            <numerusform>One other session ends. The program there asks for your password again.</numerusform>
            <numerusform>%n other sessions end. The programs there ask for your password again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInText</name>
    <message numerus="yes">
        <source>What stands behind the key may have at most %n characters.</source>
        <translation>
            <numerusform>What stands behind the key may have at most one character.</numerusform>
            <numerusform>What stands behind the key may have at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateHeadline</name>
    <message numerus="yes">
        <source>For %1, on %n device(s).</source>
        <translation>
            <numerusform>For %1, on %n device.</numerusform>
            <numerusform>For %1, on %n devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ran for %1, on %n device(s).</source>
        <translation>
            <numerusform>Ran for %1, on %n device.</numerusform>
            <numerusform>Ran for %1, on %n devices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UserCommands</name>
    <message numerus="yes">
        <source>Add %n users to groups</source>
        <translation>
            <numerusform>Add %n user to groups</numerusform>
            <numerusform>Add %n users to groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UserDeletion</name>
    <message numerus="yes">
        <source>%n jobs are active.</source>
        <translation>
            <numerusform>%n job is active.</numerusform>
            <numerusform>%n jobs are active.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are active: %1.</source>
        <translation>
            <numerusform>%n job is active: %1.</numerusform>
            <numerusform>%n jobs are active: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roles given to them</source>
        <translation>
            <numerusform>%n role given to them</numerusform>
            <numerusform>%n roles given to them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memberships in groups</source>
        <translation>
            <numerusform>%n membership in a group</numerusform>
            <numerusform>%n memberships in groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual clusters given to them</source>
        <translation>
            <numerusform>%n virtual cluster given to them</numerusform>
            <numerusform>%n virtual clusters given to them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n users?</source>
        <translation>
            <numerusform>Delete %n user?</numerusform>
            <numerusform>Delete %n users?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UserRights</name>
    <message numerus="yes">
        <source>%n active jobs</source>
        <translation>
            <numerusform>%n active job</numerusform>
            <numerusform>%n active jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VcPage</name>
    <message numerus="yes">
        <source>%1 of %n virtual clusters</source>
        <translation>
            <numerusform>%1 of one virtual cluster</numerusform>
            <numerusform>%1 of %n virtual clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual clusters</source>
        <translation>
            <numerusform>One virtual cluster</numerusform>
            <numerusform>%n virtual clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VcText</name>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>Use at most one character.</numerusform>
            <numerusform>Use at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its jobs are running, scheduling, killing or pausing. Wait for them, or pause or kill them first.</source>
        <translation>
            <numerusform>One of its jobs is running, scheduling, killing or pausing. Wait for it, or pause or kill it first.</numerusform>
            <numerusform>%n of its jobs are running, scheduling, killing or pausing. Wait for them, or pause or kill them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message numerus="yes">
        <source>on %n node(s)</source>
        <translation>
            <numerusform>on %n node</numerusform>
            <numerusform>on %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts as soon as %n preemptible job(s) have gone back to the queue.</source>
        <translation>
            <numerusform>Starts as soon as %n preemptible job has gone back to the queue.</numerusform>
            <numerusform>Starts as soon as %n preemptible jobs have gone back to the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViolationText</name>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>Use at most %n character.</numerusform>
            <numerusform>Use at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n variables.</source>
        <translation>
            <numerusform>Use at most %n variable.</numerusform>
            <numerusform>Use at most %n variables.</numerusform>
        </translation>
    </message>
</context>
</TS>
