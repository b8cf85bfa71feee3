<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account info</source>
        <translation>账号信息</translation>
    </message>
    <message>
        <source>Login methods</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>SSH keys</source>
        <translation>SSH 密钥</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Language and theme</source>
        <translation>语言与主题</translation>
    </message>
    <message>
        <source>Your account could not be loaded.</source>
        <translation>无法加载您的账号信息。</translation>
    </message>
    <message>
        <source>User Id</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Current Role</source>
        <translation>当前角色</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>Your account is changed.</source>
        <translation>账号信息已修改。</translation>
    </message>
</context>
<context>
    <name>AccountText</name>
    <message>
        <source>Use %1 to %2 characters.</source>
        <translation>请使用 %1 到 %2 个字符。</translation>
    </message>
    <message>
        <source>Use only letters, digits, _, . and -.</source>
        <translation>只能使用字母、数字、_、. 和 -。</translation>
    </message>
    <message>
        <source>Leave out control characters, and blanks at either end.</source>
        <translation>不能含控制字符，首尾不能有空格。</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n characters.</source>
        <translation>
            <numerusform>至少需要 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a password that is not the username.</source>
        <translation>密码不能与用户名相同。</translation>
    </message>
    <message>
        <source>Write %1 to %2 digits, with + in front for another country.</source>
        <translation>请填写 %1 到 %2 位数字；国外号码前加 +。</translation>
    </message>
    <message>
        <source>Write an address like ada@example.org.</source>
        <translation>请填写形如 ada@example.org 的邮箱地址。</translation>
    </message>
    <message>
        <source>This username is taken. Choose another.</source>
        <translation>该用户名已被使用，请换一个。</translation>
    </message>
</context>
<context>
    <name>ActionText</name>
    <message>
        <source>It is somebody else&apos;s job.</source>
        <translation>这是他人的任务。</translation>
    </message>
    <message>
        <source>The job has ended.</source>
        <translation>任务已结束。</translation>
    </message>
    <message>
        <source>Only a paused job can be resumed.</source>
        <translation>只有已暂停的任务才能恢复。</translation>
    </message>
    <message>
        <source>The job is paused already.</source>
        <translation>任务已暂停。</translation>
    </message>
    <message>
        <source>The job is being paused.</source>
        <translation>任务正在暂停。</translation>
    </message>
    <message>
        <source>The job is being killed.</source>
        <translation>任务正在关闭。</translation>
    </message>
</context>
<context>
    <name>AttemptPane</name>
    <message>
        <source>Go on in your browser</source>
        <translation>请在浏览器中继续</translation>
    </message>
    <message>
        <source>%1 asks you there who you are. At the end compare the code: agree only when the browser shows the same one.</source>
        <translation>%1会在浏览器中确认您的身份。最后请核对代码：只有浏览器显示的代码与此处相同时才同意。</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>您的代码</translation>
    </message>
    <message>
        <source>Waiting for %1…</source>
        <translation>正在等待%1…</translation>
    </message>
    <message>
        <source>Asking the server for a way to %1…</source>
        <translation>正在向服务器请求%1登录…</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>重新打开浏览器</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>The person or thing it was done to</extracomment>
        <translation>对象</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>What it was, and what it is since</extracomment>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>AuditFilters</name>
    <message>
        <source>Every action</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Every subject</source>
        <translation>全部对象</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>截止日期</translation>
    </message>
</context>
<context>
    <name>AuditList</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>A column: what is different since</extracomment>
        <translation>变更</translation>
    </message>
    <message>
        <source>Who</source>
        <extracomment>A column: who did it</extracomment>
        <translation>操作者</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>A column: the network address somebody came from</extracomment>
        <translation>来源</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>A column: what was done</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>A column: what kind of thing it was done to</extracomment>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>A column: the person or thing it was done to</extracomment>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit Log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Search by name or address</source>
        <translation>按名称或地址搜索</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit log could not be loaded.</source>
        <translation>无法加载审计日志。</translation>
    </message>
    <message>
        <source>No entry is like this.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>还没有任何操作记录。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>登录被拒绝</translation>
    </message>
    <message>
        <source>Signed up</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>重置密码</translation>
    </message>
    <message>
        <source>Sessions ended</source>
        <translation>结束会话</translation>
    </message>
    <message>
        <source>Sign-in account bound</source>
        <translation>绑定登录账号</translation>
    </message>
    <message>
        <source>Sign-in account unbound</source>
        <translation>解绑登录账号</translation>
    </message>
    <message>
        <source>Profile changed</source>
        <translation>修改个人信息</translation>
    </message>
    <message>
        <source>User created</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>User changed</source>
        <translation>修改用户</translation>
    </message>
    <message>
        <source>User deleted</source>
        <translation>删除用户</translation>
    </message>
    <message>
        <source>Roles of a user changed</source>
        <translation>修改用户的角色</translation>
    </message>
    <message>
        <source>Groups of a user changed</source>
        <translation>修改用户的用户组</translation>
    </message>
    <message>
        <source>VCs of a user changed</source>
        <translation>修改用户的 VC</translation>
    </message>
    <message>
        <source>Group created</source>
        <translation>新建用户组</translation>
    </message>
    <message>
        <source>Group changed</source>
        <translation>修改用户组</translation>
    </message>
    <message>
        <source>Group deleted</source>
        <translation>删除用户组</translation>
    </message>
    <message>
        <source>Members of a group changed</source>
        <translation>修改用户组成员</translation>
    </message>
    <message>
        <source>Roles of a group changed</source>
        <translation>修改用户组的角色</translation>
    </message>
    <message>
        <source>VCs of a group changed</source>
        <translation>修改用户组的 VC</translation>
    </message>
    <message>
        <source>Role created</source>
        <translation>新建角色</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>修改角色</translation>
    </message>
    <message>
        <source>Role deleted</source>
        <translation>删除角色</translation>
    </message>
    <message>
        <source>Holders of a role changed</source>
        <translation>修改角色的持有者</translation>
    </message>
    <message>
        <source>VC created</source>
        <translation>新建 VC</translation>
    </message>
    <message>
        <source>VC changed</source>
        <translation>修改 VC</translation>
    </message>
    <message>
        <source>VC deleted</source>
        <translation>删除 VC</translation>
    </message>
    <message>
        <source>Node cordoned</source>
        <translation>停止节点调度</translation>
    </message>
    <message>
        <source>Node uncordoned</source>
        <translation>恢复节点调度</translation>
    </message>
    <message>
        <source>Node drained</source>
        <translation>排空节点</translation>
    </message>
    <message>
        <source>Job paused</source>
        <translation>暂停任务</translation>
    </message>
    <message>
        <source>Job resumed</source>
        <translation>恢复任务</translation>
    </message>
    <message>
        <source>Job killed</source>
        <translation>终止任务</translation>
    </message>
    <message>
        <source>Priority of a job changed</source>
        <translation>修改任务优先级</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>VC</source>
        <extracomment>Short for virtual cluster</extracomment>
        <translation>VC</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Operator</source>
        <extracomment>Who works on the server itself, without an account</extracomment>
        <translation>系统运维</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Something and its value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>Something, its value before and after</extracomment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>VCs</source>
        <translation>VC</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Endpoint of a job opened</source>
        <translation>开启任务的端点</translation>
    </message>
    <message>
        <source>Endpoint of a job closed</source>
        <translation>关闭任务的端点</translation>
    </message>
    <message>
        <source>Template saved</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Template deleted</source>
        <translation>删除模板</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>SSH key added</source>
        <translation>添加 SSH 公钥</translation>
    </message>
    <message>
        <source>SSH key removed</source>
        <translation>删除 SSH 公钥</translation>
    </message>
    <message>
        <source>Job submitted</source>
        <translation>提交任务</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>SSH key</source>
        <translation>SSH 公钥</translation>
    </message>
    <message>
        <source>Docker image</source>
        <translation>Docker 镜像</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备数</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>BindDialog</name>
    <message>
        <source>Bind an account at %1</source>
        <translation>绑定%1账号</translation>
    </message>
    <message>
        <source>It took too long. Try again.</source>
        <translation>超时了，请重试。</translation>
    </message>
    <message>
        <source>The server sent an address that is not for a browser. Tell support.</source>
        <translation>服务器返回的地址不能用浏览器打开，请联系技术支持。</translation>
    </message>
</context>
<context>
    <name>ClusterStatusPage</name>
    <message>
        <source>Cluster Status</source>
        <translation>集群状态</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Team Virtual Cluster Status</source>
        <translation>团队虚拟集群状态</translation>
    </message>
    <message>
        <source>Physical Cluster Node Status</source>
        <translation>物理集群节点状态</translation>
    </message>
    <message>
        <source>What of the cluster</source>
        <translation>集群视图</translation>
    </message>
    <message>
        <source>Search by node, job or user</source>
        <translation>按节点、任务或用户搜索</translation>
    </message>
    <message>
        <source>Search by name or device type</source>
        <translation>按名称或设备类型搜索</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is like this.</source>
        <translation>没有符合条件的内容。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The cluster&apos;s status could not be loaded.</source>
        <translation>无法加载集群状态。</translation>
    </message>
    <message>
        <source>No node has reported yet.</source>
        <translation>还没有节点上报状态。</translation>
    </message>
    <message>
        <source>You are in no virtual cluster yet. An administrator can add you.</source>
        <translation>你还不属于任何虚拟集群，可请管理员添加。</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Go to a page, VC or job, or do something</source>
        <translation>前往页面、虚拟集群或任务，或执行操作</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>VC</source>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Nothing is like this.</source>
        <translation>没有符合条件的内容。</translation>
    </message>
    <message>
        <source>Account info</source>
        <translation>账号信息</translation>
    </message>
</context>
<context>
    <name>ConnectionBadge</name>
    <message>
        <source>Offline</source>
        <extracomment>The console has no connection to the server</extracomment>
        <translation>离线</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>What is shown is live</extracomment>
        <translation>实时</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>重新连接中</translation>
    </message>
</context>
<context>
    <name>ConsoleBar</name>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Show times</source>
        <translation>显示时间</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>Log copied.</source>
        <translation>日志已复制。</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Create User</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>Create Group</source>
        <translation>新建用户组</translation>
    </message>
    <message>
        <source>Create Custom Role</source>
        <translation>新建自定义角色</translation>
    </message>
    <message>
        <source>The numbers could not be loaded.</source>
        <translation>无法加载统计数据。</translation>
    </message>
    <message>
        <source>with an account</source>
        <translation>拥有账号的用户</translation>
    </message>
    <message>
        <source>of users</source>
        <translation>用于批量管理用户</translation>
    </message>
    <message numerus="yes">
        <source>%n of them custom</source>
        <translation>
            <numerusform>其中自定义角色 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteTemplateDialog</name>
    <message>
        <source>Delete a template</source>
        <translation>删除模板</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete template</source>
        <translation>删除模板</translation>
    </message>
    <message>
        <source>Everybody in the VC %1 loses it. Jobs stay. This cannot be undone.</source>
        <translation>虚拟集群 %1 的所有人都将失去该模板。任务不受影响。此操作无法撤销。</translation>
    </message>
    <message>
        <source>You lose it in every VC. Jobs stay. This cannot be undone.</source>
        <translation>该模板将从你的所有虚拟集群中消失。任务不受影响。此操作无法撤销。</translation>
    </message>
</context>
<context>
    <name>DeleteVcDialog</name>
    <message>
        <source>Its name</source>
        <translation>其名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete virtual cluster</source>
        <translation>删除虚拟集群</translation>
    </message>
    <message>
        <source>Delete the virtual cluster %1?</source>
        <translation>确定删除虚拟集群 %1？</translation>
    </message>
    <message numerus="yes">
        <source>%n of its jobs go with it, with their logs.</source>
        <translation>
            <numerusform>其中的 %n 个任务及其日志将一并删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people can no longer use it.</source>
        <translation>
            <numerusform>%n 个用户将无法再使用它。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its team templates go too.</source>
        <translation>其团队模板也将删除。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Type %1.</source>
        <translation>请输入 %1。</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>Back to %1</source>
        <translation>返回%1</translation>
    </message>
</context>
<context>
    <name>DeviceDonut</name>
    <message>
        <source>of %1</source>
        <extracomment>Below the number of those that are free</extracomment>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Unschedulable</source>
        <translation>不可调度</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>%1 of the %2 that you may hold are free for you.</source>
        <translation>你最多可用 %2 个，其中 %1 个现在可用。</translation>
    </message>
</context>
<context>
    <name>DeviceFields</name>
    <message>
        <source>%1 (not in this VC)</source>
        <translation>%1（此虚拟集群没有）</translation>
    </message>
    <message>
        <source>%1 (%2 / %3 to use)</source>
        <translation>%1（可用 %2 / 上限 %3）</translation>
    </message>
    <message>
        <source>%1 × %2, the number of nodes times the devices of each.</source>
        <extracomment>Numbers of nodes and of devices of each</extracomment>
        <translation>%1 × %2，即节点数量乘以每个节点的设备数量。</translation>
    </message>
</context>
<context>
    <name>EndpointList</name>
    <message>
        <source>SSH takes no password: it lets in who has one of your keys.</source>
        <translation>SSH 不使用密码：持有您的任一密钥即可登录。</translation>
    </message>
    <message>
        <source>Your keys</source>
        <translation>我的密钥</translation>
    </message>
</context>
<context>
    <name>EndpointOpener</name>
    <message>
        <source>No terminal was found on this computer. The command is copied: paste it where you have one.</source>
        <translation>本机未找到终端程序。命令已复制，可粘贴到您的终端中运行。</translation>
    </message>
    <message>
        <source>No browser could be opened. The address is copied.</source>
        <translation>无法打开浏览器。地址已复制。</translation>
    </message>
</context>
<context>
    <name>EndpointRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>What a button does, and with what: &quot;Open terminal: SSH to worker0&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>打开终端</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Switch off %1</source>
        <translation>关闭 %1</translation>
    </message>
</context>
<context>
    <name>EndpointSwitches</name>
    <message>
        <source>Ways into the job</source>
        <translation>访问方式</translation>
    </message>
    <message>
        <source>New interactive port</source>
        <translation>新增交互端口</translation>
    </message>
    <message>
        <source>Open port</source>
        <translation>开启端口</translation>
    </message>
    <message>
        <source>From %1 to %2. A program in the job has to listen on it.</source>
        <translation>%1 至 %2。需由任务内的程序监听该端口。</translation>
    </message>
</context>
<context>
    <name>EndpointText</name>
    <message>
        <source>Pending</source>
        <extracomment>State of a way into a job</extracomment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>State of a way into a job</extracomment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>State of a way into a job</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>State of a way into a job</extracomment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>SSH to %1</source>
        <translation>SSH 到 %1</translation>
    </message>
    <message>
        <source>Its address is shown to the job&apos;s owner and to those who manage jobs.</source>
        <translation>地址仅对任务所有者和任务管理者显示。</translation>
    </message>
    <message>
        <source>Opens when the job runs.</source>
        <translation>任务运行后开启。</translation>
    </message>
    <message>
        <source>Is being started in the job.</source>
        <translation>正在任务内启动。</translation>
    </message>
    <message>
        <source>Waits for a program in the job that listens on port %1.</source>
        <translation>等待任务内的程序监听端口 %1。</translation>
    </message>
    <message>
        <source>It ended by itself.</source>
        <extracomment>%1 is the program&apos;s own last word</extracomment>
        <translation>程序已自行退出。</translation>
    </message>
    <message>
        <source>It ended by itself: %1</source>
        <translation>程序已自行退出：%1</translation>
    </message>
    <message>
        <source>It was started and does not answer.</source>
        <translation>已启动，但没有响应。</translation>
    </message>
    <message>
        <source>No program in the job listens on port %1.</source>
        <translation>任务内没有程序监听端口 %1。</translation>
    </message>
    <message>
        <source>The node has no port free for it.</source>
        <translation>节点上没有可用的端口。</translation>
    </message>
    <message>
        <source>The node could not open it.</source>
        <translation>节点无法开启。</translation>
    </message>
    <message>
        <source>The node could not open it. The engine says: %1</source>
        <translation>节点无法开启。引擎提示：%1</translation>
    </message>
    <message>
        <source>The job&apos;s image has no SSH server.</source>
        <translation>任务镜像中没有 SSH 服务器。</translation>
    </message>
    <message>
        <source>%1 is not in the job&apos;s image.</source>
        <translation>任务镜像中没有 %1。</translation>
    </message>
    <message>
        <source>Switched off.</source>
        <translation>已关闭。</translation>
    </message>
    <message>
        <source>The job has ended.</source>
        <translation>任务已结束。</translation>
    </message>
    <message>
        <source>The server told an address that cannot be used. Tell support.</source>
        <translation>服务器给出的地址无法使用，请联系支持。</translation>
    </message>
    <message>
        <source>It is somebody else&apos;s job.</source>
        <translation>这是他人的任务。</translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation>请输入 %1 至 %2 的整数。</translation>
    </message>
    <message numerus="yes">
        <source>A job has at most %n endpoints. Switch one off first.</source>
        <translation>
            <numerusform>一个任务最多有 %n 种访问方式，请先关闭一种。</numerusform>
        </translation>
    </message>
    <message>
        <source>This one is switched on already.</source>
        <translation>该端口已开启。</translation>
    </message>
    <message>
        <source>This one is switched off already.</source>
        <translation>该端口已关闭。</translation>
    </message>
    <message>
        <source>Open connections to it are cut. The job goes on.</source>
        <translation>已建立的连接会断开，任务继续运行。</translation>
    </message>
</context>
<context>
    <name>EnvironmentEditor</name>
    <message>
        <source>Add variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Variable name</source>
        <translation>变量名</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Variable value</source>
        <translation>变量值</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove variable</source>
        <translation>移除变量</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server did not accept this. Check what you entered.</source>
        <translation>服务器未接受此内容，请检查填写的信息。</translation>
    </message>
    <message>
        <source>The server did not accept this: %1</source>
        <translation>服务器未接受此内容：%1</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>登录已失效，请重新登录。</translation>
    </message>
    <message>
        <source>You do not have the right to do this. Ask an administrator for it.</source>
        <translation>你没有此操作的权限，可向管理员申请。</translation>
    </message>
    <message>
        <source>This does not exist, or not any more.</source>
        <translation>该对象不存在，或已被删除。</translation>
    </message>
    <message>
        <source>This is not possible now: something has changed in the meantime.</source>
        <translation>现在无法执行：情况已发生变化。</translation>
    </message>
    <message>
        <source>This is larger than the server accepts.</source>
        <translation>超出服务器允许的大小。</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a moment, then try again.</source>
        <translation>尝试次数过多，请稍候再试。</translation>
    </message>
    <message>
        <source>The server does not answer. Check the connection, then try again.</source>
        <translation>服务器没有响应，请检查网络后重试。</translation>
    </message>
    <message>
        <source>The server took too long to answer. Try again.</source>
        <translation>服务器响应超时，请重试。</translation>
    </message>
    <message>
        <source>The server ran into a fault of its own. Try again; if it stays, tell support.</source>
        <translation>服务器内部出错，请重试；若仍未解决，请联系支持人员。</translation>
    </message>
</context>
<context>
    <name>FactsEditor</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（选填）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
</context>
<context>
    <name>FirstPasswordPage</name>
    <message>
        <source>Choose a password of your own</source>
        <translation>请设置您自己的密码</translation>
    </message>
    <message>
        <source>Somebody else made the one you have. Change it, then you can go on.</source>
        <translation>您现在的密码由他人设置，修改后即可继续使用。</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>修改密码…</translation>
    </message>
</context>
<context>
    <name>FormTemplates</name>
    <message>
        <source>There are none now: %1</source>
        <translation>目前没有可用的模板：%1</translation>
    </message>
    <message>
        <source>The form is empty again.</source>
        <translation>表单已清空。</translation>
    </message>
    <message>
        <source>Filled in from %1.</source>
        <translation>已从 %1 填入。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>template</source>
        <translation>template</translation>
    </message>
    <message>
        <source>Export the form</source>
        <translation>导出表单</translation>
    </message>
    <message>
        <source>Import a form</source>
        <translation>导入表单</translation>
    </message>
    <message>
        <source>YAML files (*.yaml *.yml)</source>
        <translation>YAML 文件 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
    <message>
        <source>%1 was not read: %2</source>
        <extracomment>%1 a file, %2 what is wrong in it</extracomment>
        <translation>未能读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <extracomment>A time: three minutes ago</extracomment>
        <translation>
            <numerusform>%n 秒前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n d</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Date and time of day</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>GroupCommands</name>
    <message>
        <source>Add users</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>Edit roles</source>
        <translation>编辑角色</translation>
    </message>
    <message>
        <source>Assign virtual clusters</source>
        <translation>分配虚拟集群</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Members of %1</source>
        <translation>%1 的成员</translation>
    </message>
    <message>
        <source>Members have the roles of the group and may use its virtual clusters.</source>
        <translation>成员拥有该用户组的角色，并可使用其虚拟集群。</translation>
    </message>
    <message>
        <source>Save members</source>
        <translation>保存成员</translation>
    </message>
    <message>
        <source>Roles of %1</source>
        <translation>%1 的角色</translation>
    </message>
    <message numerus="yes">
        <source>%n members have them too.</source>
        <translation>
            <numerusform>%n 名成员将同时拥有这些角色。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save roles</source>
        <translation>保存角色</translation>
    </message>
    <message>
        <source>Virtual clusters of %1</source>
        <translation>%1 的虚拟集群</translation>
    </message>
    <message numerus="yes">
        <source>%n members may use them. Jobs in a virtual cluster that is taken away go on.</source>
        <translation>
            <numerusform>%n 名成员可以使用。收回虚拟集群后，其中的任务继续运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save virtual clusters</source>
        <translation>保存虚拟集群</translation>
    </message>
    <message>
        <source>Nobody is in it.</source>
        <translation>组内没有成员。</translation>
    </message>
    <message>
        <source>Lost for %1: %2 and %3, as far as they are not given otherwise.</source>
        <translation>%1将失去%2和%3（通过其他途径获得的除外）。</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n 名成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roles</source>
        <translation>
            <numerusform>%n 个角色</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual clusters</source>
        <translation>
            <numerusform>%n 个虚拟集群</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n groups?</source>
        <translation>
            <numerusform>删除 %n 个用户组？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>删除用户组</translation>
    </message>
    <message>
        <source>Delete groups</source>
        <translation>删除用户组</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Group Name</source>
        <translation>用户组名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Virtual Clusters</source>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Create Time</source>
        <translation>创建时间</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>Remove from the group</source>
        <translation>移出用户组</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Group Name</source>
        <translation>用户组名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Virtual Clusters</source>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>Search members</source>
        <translation>搜索成员</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>There is no such group.</source>
        <translation>该用户组不存在。</translation>
    </message>
    <message>
        <source>The group could not be loaded.</source>
        <translation>无法加载该用户组。</translation>
    </message>
    <message>
        <source>Create Time</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Edit roles</source>
        <translation>编辑角色</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>成员（%1）</translation>
    </message>
    <message>
        <source>Add users</source>
        <translation>添加用户</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>Groups</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Create Group</source>
        <translation>新建用户组</translation>
    </message>
    <message>
        <source>Search by name, role or virtual cluster</source>
        <translation>按名称、角色或虚拟集群搜索</translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>共 %n 个用户组</numerusform>
        </translation>
    </message>
    <message>
        <source>The groups could not be loaded.</source>
        <translation>无法加载用户组。</translation>
    </message>
    <message>
        <source>No group is like this.</source>
        <translation>没有符合条件的用户组。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>There are no groups yet.</source>
        <translation>还没有用户组。</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Submit Training Job</source>
        <translation>提交训练任务</translation>
    </message>
    <message>
        <source>View jobs</source>
        <translation>查看任务</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Your latest jobs</source>
        <translation>最近的任务</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n 个任务运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>No VC is given to you yet. Ask an administrator for one.</source>
        <translation>你还没有虚拟集群，请向管理员申请。</translation>
    </message>
    <message>
        <source>You have no jobs in this VC yet.</source>
        <translation>你在此虚拟集群中还没有任务。</translation>
    </message>
</context>
<context>
    <name>JobBrief</name>
    <message>
        <source>Specification</source>
        <translation>任务配置</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>所在节点</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Job Id</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>Virtual Cluster</source>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Job Type</source>
        <translation>任务类型</translation>
    </message>
    <message>
        <source>Device Type</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Number of Nodes</source>
        <translation>节点数量</translation>
    </message>
    <message>
        <source>Total Number of Device</source>
        <translation>全部设备数量</translation>
    </message>
    <message>
        <source>Run command on</source>
        <translation>指令运行于</translation>
    </message>
    <message>
        <source>Number of Device</source>
        <translation>设备数量</translation>
    </message>
    <message>
        <source>Preemptible</source>
        <translation>抢占式</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Docker Image</source>
        <translation>Docker 镜像</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Interactive Ports</source>
        <translation>交互端口</translation>
    </message>
    <message>
        <source>Environment Variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>%1, devices %2</source>
        <extracomment>%1 a node, %2 numbers of its devices</extracomment>
        <translation>%1，设备 %2</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>访问方式</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>JobCommands</name>
    <message>
        <source>Pause</source>
        <extracomment>A button</extracomment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause: containers go, files stay</source>
        <translation>暂停：容器会被移除，文件保留</translation>
    </message>
    <message>
        <source>Resume</source>
        <extracomment>A button</extracomment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Resume: starts anew with the same files</source>
        <translation>恢复：使用原有文件重新启动</translation>
    </message>
    <message>
        <source>Kill</source>
        <extracomment>A button: ends a job for good</extracomment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ask support</source>
        <translation>联系支持</translation>
    </message>
    <message>
        <source>Write to the operators about this job</source>
        <translation>就此任务给运维人员写邮件</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s), %1 of work</source>
        <extracomment>What is lost with killed jobs: devices, then a time such as &quot;5 h 12 min&quot;</extracomment>
        <translation>
            <numerusform>%n 个设备，%1的计算</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is being killed.</source>
        <translation>正在关闭“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are being killed.</source>
        <translation>
            <numerusform>正在关闭 %n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lost: %1.</source>
        <translation>将丢失：%1。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>None of the chosen jobs can take it.</source>
        <translation>所选任务均不支持此操作。</translation>
    </message>
    <message>
        <source>Kill: ends it for good, files stay</source>
        <translation>关闭：任务不再运行，文件保留</translation>
    </message>
</context>
<context>
    <name>JobConsole</name>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Jump to newest</source>
        <translation>跳到最新</translation>
    </message>
    <message>
        <source>The job wrote nothing.</source>
        <translation>任务没有输出。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有输出。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>JobDetailPage</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>There is no such job.</source>
        <translation>没有此任务。</translation>
    </message>
    <message>
        <source>View and Manage Jobs</source>
        <translation>查看/管理任务</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>The job could not be loaded.</source>
        <translation>任务加载失败。</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>再次提交</translation>
    </message>
    <message>
        <source>Submit the same specification anew</source>
        <translation>使用相同配置重新提交</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>From %1 to %2. Jobs of larger priority start first.</source>
        <translation>取值 %1 到 %2。优先级数值大的任务先启动。</translation>
    </message>
    <message>
        <source>Change priority</source>
        <translation>修改优先级</translation>
    </message>
    <message>
        <source>Change the priority</source>
        <translation>修改优先级</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端口</translation>
    </message>
</context>
<context>
    <name>JobEndpoints</name>
    <message>
        <source>The endpoints could not be loaded.</source>
        <translation>无法加载访问方式。</translation>
    </message>
    <message>
        <source>This job has no endpoints. Switch one on above.</source>
        <translation>该任务没有访问方式，可在上方开启。</translation>
    </message>
    <message>
        <source>This job has no endpoints.</source>
        <translation>该任务没有访问方式。</translation>
    </message>
    <message>
        <source>Switch off %1?</source>
        <translation>关闭 %1？</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>JobForm</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Job name</source>
        <translation>任务名</translation>
    </message>
    <message>
        <source>Letters, digits, - and _.</source>
        <translation>可用字母、数字、- 和 _。</translation>
    </message>
    <message>
        <source>Job type</source>
        <translation>任务类型</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>常规任务</translation>
    </message>
    <message>
        <source>Distributed</source>
        <translation>分布式任务</translation>
    </message>
    <message>
        <source>Device type</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Number of devices</source>
        <translation>设备数量</translation>
    </message>
    <message>
        <source>Number of nodes</source>
        <translation>节点数量</translation>
    </message>
    <message>
        <source>Preemptible</source>
        <translation>抢占式</translation>
    </message>
    <message>
        <source>May give its devices up</source>
        <translation>允许让出设备</translation>
    </message>
    <message>
        <source>The job goes back to the queue when another job of this VC needs the devices.</source>
        <translation>当此虚拟集群的其他任务需要设备时，该任务会回到队列。</translation>
    </message>
    <message>
        <source>Docker image</source>
        <translation>Docker 镜像</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Run by a shell inside the container, as you.</source>
        <translation>在容器内以你的身份由 Shell 执行。</translation>
    </message>
    <message>
        <source>Run command on</source>
        <translation>指令运行于</translation>
    </message>
    <message>
        <source>All workers</source>
        <translation>所有 worker</translation>
    </message>
    <message>
        <source>Launcher</source>
        <translation>仅启动节点</translation>
    </message>
    <message>
        <source>Interactive ports</source>
        <translation>交互端口</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Whole numbers from 40000 to 49999, separated by commas.</source>
        <translation>40000 到 49999 之间的整数，用逗号分隔。</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>From 1 to 1000. Among waiting jobs of the VC, the larger one starts first.</source>
        <translation>1 到 1000。同一虚拟集群中等待的任务，数值大的先启动。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Custom registry</source>
        <translation>自定义镜像仓库</translation>
    </message>
    <message>
        <source>Registry address</source>
        <translation>仓库地址</translation>
    </message>
    <message>
        <source>Address, with its port</source>
        <translation>地址和端口</translation>
    </message>
    <message>
        <source>Registry username</source>
        <translation>仓库用户名</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Registry password</source>
        <translation>仓库密码</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Job template</source>
        <translation>任务模板</translation>
    </message>
    <message>
        <source>0 is a job without devices.</source>
        <translation>0 表示不使用设备。</translation>
    </message>
    <message>
        <source>Total number of devices</source>
        <translation>全部设备数量</translation>
    </message>
    <message>
        <source>All workers suits PyTorch and MindSpore. The launcher, ps0, suits MPI and Horovod.</source>
        <translation>“所有 worker”适合 PyTorch 和 MindSpore；“仅启动节点”（ps0）适合 MPI 和 Horovod。</translation>
    </message>
    <message>
        <source>A shell in every container of the job, with your own SSH keys</source>
        <translation>用你自己的 SSH 密钥登录任务的每个容器</translation>
    </message>
    <message>
        <source>Notebooks in your home directory, opened with a new token at every start</source>
        <translation>在你的主目录中使用 Notebook，每次启动都使用新的令牌</translation>
    </message>
    <message>
        <source>Reads ~/tensorboard/&lt;job id&gt;/logs in the container</source>
        <translation>读取容器内的 ~/tensorboard/&lt;任务 ID&gt;/logs</translation>
    </message>
    <message>
        <source>TensorBoard shows what is in ~/tensorboard/&lt;job id&gt;/logs. All of them can be switched on and off later.</source>
        <translation>TensorBoard 显示 ~/tensorboard/&lt;任务 ID&gt;/logs 中的内容。这些服务之后也可以随时开启和关闭。</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>What a job writes elsewhere in its container goes with the container.</source>
        <translation>任务写到容器内其他位置的内容会随容器一起消失。</translation>
    </message>
    <message>
        <source>Lines such as NAME=value become rows when you paste them.</source>
        <translation>粘贴 NAME=value 形式的多行文本，会自动拆分为多个变量。</translation>
    </message>
</context>
<context>
    <name>JobGroups</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>JobHead</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Back to the jobs</source>
        <translation>返回任务列表</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Preemptible</source>
        <extracomment>A column: whether the job is preemptible</extracomment>
        <translation>抢占式</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>In the column Preemptible</extracomment>
        <translation>是</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Number of Device</source>
        <translation>设备数量</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>结束时间</translation>
    </message>
</context>
<context>
    <name>JobSupport</name>
    <message>
        <source>No mail program could be opened. The address %1 is copied.</source>
        <translation>无法打开邮件程序。地址 %1 已复制。</translation>
    </message>
    <message>
        <source>Job %1 in %2</source>
        <translation>%2 中的任务 %1</translation>
    </message>
    <message>
        <source>Job: %1</source>
        <translation>任务：%1</translation>
    </message>
    <message>
        <source>Id: %1</source>
        <translation>ID：%1</translation>
    </message>
    <message>
        <source>Virtual cluster: %1</source>
        <translation>虚拟集群：%1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Sent to the operators.</source>
        <translation>已发送给运维人员。</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>Queued</source>
        <extracomment>State of a job</extracomment>
        <translation>队列中</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <extracomment>State of a job</extracomment>
        <translation>调度中</translation>
    </message>
    <message>
        <source>Running</source>
        <extracomment>State of a job</extracomment>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Pausing</source>
        <extracomment>State of a job</extracomment>
        <translation>暂停中</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>State of a job</extracomment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Killing</source>
        <extracomment>State of a job</extracomment>
        <translation>关闭中</translation>
    </message>
    <message>
        <source>Killed</source>
        <extracomment>State of a job</extracomment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Finished</source>
        <extracomment>State of a job</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>State of a job: its command failed</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Error</source>
        <extracomment>State of a job: the platform could not run it</extracomment>
        <translation>错误</translation>
    </message>
    <message>
        <source>Regular Job</source>
        <translation>常规任务</translation>
    </message>
    <message>
        <source>Distributed Job</source>
        <translation>分布式任务</translation>
    </message>
    <message>
        <source>All workers</source>
        <extracomment>Where a distributed job&apos;s command runs</extracomment>
        <translation>所有 worker</translation>
    </message>
    <message>
        <source>Launcher</source>
        <extracomment>Where a distributed job&apos;s command runs: on ps0 only</extracomment>
        <translation>仅启动节点</translation>
    </message>
    <message numerus="yes">
        <source>Needs %n device(s); %1 of %2 in the virtual cluster are free.</source>
        <translation>
            <numerusform>需要 %n 个设备；虚拟集群共 %2 个，现有 %1 个空闲。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs %n device(s); your limit in this virtual cluster is %2 and leaves %1.</source>
        <translation>
            <numerusform>需要 %n 个设备；你在此虚拟集群的上限为 %2 个，还剩 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No node has %n device(s) free now; the best has %1.</source>
        <translation>
            <numerusform>目前没有节点空出 %n 个设备，最多的节点空闲 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No ring of linked devices has %n free now.</source>
        <translation>
            <numerusform>目前没有互联的一组设备空出 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs %n node(s) with room at the same time; %1 have it now.</source>
        <translation>
            <numerusform>需要 %n 个节点同时有空位，现有 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>The free devices are held for an earlier job.</source>
        <translation>空闲设备已为更早的任务保留。</translation>
    </message>
    <message>
        <source>The free devices are held for the earlier job %1.</source>
        <translation>空闲设备已为更早的任务 %1 保留。</translation>
    </message>
    <message numerus="yes">
        <source>Can never run: it asks for %n device(s), the largest node has %1.</source>
        <translation>
            <numerusform>永远无法运行：申请 %n 个设备，而最大的节点只有 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Can never run: no node has this device type.</source>
        <translation>永远无法运行：没有节点具有此设备类型。</translation>
    </message>
    <message>
        <source>Starts in a moment.</source>
        <translation>即将启动。</translation>
    </message>
    <message>
        <source>Gave its devices to a job that is not preemptible.</source>
        <translation>设备已让给非抢占式任务。</translation>
    </message>
    <message>
        <source>Gave its devices to the job %1, which is not preemptible.</source>
        <translation>设备已让给非抢占式任务 %1。</translation>
    </message>
    <message>
        <source>The node %1 was lost.</source>
        <translation>节点 %1 失去联系。</translation>
    </message>
    <message>
        <source>The node %1 is being emptied.</source>
        <translation>节点 %1 正在腾空。</translation>
    </message>
    <message>
        <source>Has to leave its devices</source>
        <translation>需要让出所用设备</translation>
    </message>
    <message>
        <source>Starting failed, attempt %1 of %2.</source>
        <translation>启动失败，第 %1 次，共 %2 次。</translation>
    </message>
    <message>
        <source>The command ended with exit code 0.</source>
        <translation>指令已结束，退出码为 0。</translation>
    </message>
    <message>
        <source>The command of task %1 ended with exit code %2.</source>
        <translation>子任务 %1 的指令已结束，退出码为 %2。</translation>
    </message>
    <message>
        <source>The task %1 used more memory than it may and was ended.</source>
        <translation>子任务 %1 超出内存上限，已被终止。</translation>
    </message>
    <message>
        <source>The image was not found.</source>
        <translation>找不到镜像。</translation>
    </message>
    <message>
        <source>The registry refused the sign-in. Check registry, user and password.</source>
        <translation>镜像仓库拒绝登录，请检查仓库地址、用户名和密码。</translation>
    </message>
    <message>
        <source>The node could not run it.</source>
        <translation>节点无法运行该任务。</translation>
    </message>
    <message>
        <source>Its directories could not be prepared.</source>
        <translation>无法准备该任务的目录。</translation>
    </message>
    <message>
        <source>The container of task %1 is gone.</source>
        <translation>子任务 %1 的容器已不存在。</translation>
    </message>
    <message>
        <source>By %1.</source>
        <extracomment>%1 is a person</extracomment>
        <translation>由 %1 操作。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Number %1 in the queue.</source>
        <translation>排在队列第 %1 位。</translation>
    </message>
    <message>
        <source>Waits for devices.</source>
        <translation>正在等待设备。</translation>
    </message>
    <message>
        <source>Pulls the image and creates containers.</source>
        <translation>正在拉取镜像并创建容器。</translation>
    </message>
    <message>
        <source>Every task is up.</source>
        <translation>所有子任务均已启动。</translation>
    </message>
    <message>
        <source>Containers are being removed.</source>
        <translation>正在移除容器。</translation>
    </message>
    <message>
        <source>May be resumed: it starts anew with the same files.</source>
        <translation>可以恢复：将使用原有文件重新启动。</translation>
    </message>
    <message>
        <source>A preemptible job may use what others leave; fewer devices may start sooner.</source>
        <translation>抢占式任务可使用他人空出的设备；减少设备数量可能更早启动。</translation>
    </message>
    <message>
        <source>It starts when one of your jobs ends. A preemptible job does not count.</source>
        <translation>你的其他任务结束后即可启动。抢占式任务不计入上限。</translation>
    </message>
    <message>
        <source>Fewer devices may start sooner.</source>
        <translation>减少设备数量可能更早启动。</translation>
    </message>
    <message>
        <source>Kill it and submit it again with what the cluster has.</source>
        <translation>请关闭它，并按集群现有的设备重新提交。</translation>
    </message>
    <message>
        <source>Submitted by %1</source>
        <translation>由 %1 提交</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Devices chosen, containers are being created</source>
        <translation>已选定设备，正在创建容器</translation>
    </message>
    <message>
        <source>Running: every task is up</source>
        <translation>运行中：所有子任务均已启动</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>已回到队列</translation>
    </message>
    <message>
        <source>%1 asked to pause it</source>
        <translation>%1 请求暂停</translation>
    </message>
    <message>
        <source>Pause asked for</source>
        <translation>已请求暂停</translation>
    </message>
    <message>
        <source>Resumed by %1</source>
        <translation>由 %1 恢复</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>%1 asked to kill it</source>
        <translation>%1 请求关闭</translation>
    </message>
    <message>
        <source>Kill asked for</source>
        <translation>已请求关闭</translation>
    </message>
    <message>
        <source>Priority changed to %1</source>
        <translation>优先级改为 %1</translation>
    </message>
    <message>
        <source>Priority changed to %1 by %2</source>
        <translation>%2 将优先级改为 %1</translation>
    </message>
    <message>
        <source>The engine is asked again</source>
        <translation>再次请求容器引擎</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) are kept for it, %1 of them free; jobs still making room: %2.</source>
        <translation>
            <numerusform>已为它保留 %n 个设备，其中 %1 个空闲；仍在让出设备的任务：%2 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can never run: it asks for %n node(s), the cluster has %1 that are large enough.</source>
        <translation>
            <numerusform>永远无法运行：申请 %n 个节点，而集群中足够大的节点只有 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can never run: it asks for %n device(s), the virtual cluster has %1.</source>
        <translation>
            <numerusform>永远无法运行：申请 %n 个设备，而虚拟集群只有 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can never run: it asks for %n device(s), your limit in this virtual cluster is %1.</source>
        <translation>
            <numerusform>永远无法运行：申请 %n 个设备，而您在此虚拟集群的上限为 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The engine says: %2</source>
        <extracomment>A sentence of ours, then the engine&apos;s own</extracomment>
        <translation>%1引擎返回：%2</translation>
    </message>
    <message>
        <source>No. %1 · %2</source>
        <extracomment>%1 its place in the queue, %2 why it waits</extracomment>
        <translation>第 %1 位 · %2</translation>
    </message>
    <message>
        <source>needs %1, %2 of %3 free</source>
        <extracomment>Devices, in a list: %1 asked for, %2 of %3 free</extracomment>
        <translation>需要 %1，空闲 %2 / %3</translation>
    </message>
    <message>
        <source>needs %1, your limit leaves %2</source>
        <extracomment>Devices, in a list: %1 asked for, %2 left under the person&apos;s limit</extracomment>
        <translation>需要 %1，你的上限还剩 %2</translation>
    </message>
    <message>
        <source>no node has %1 free</source>
        <extracomment>Devices, in a list</extracomment>
        <translation>没有节点空闲 %1 个</translation>
    </message>
    <message>
        <source>no ring has %1 free</source>
        <extracomment>Devices, in a list</extracomment>
        <translation>没有环空闲 %1 个</translation>
    </message>
    <message>
        <source>needs %1 nodes, %2 have room</source>
        <extracomment>In a list: %1 nodes asked for, %2 have room</extracomment>
        <translation>需要 %1 个节点，%2 个有空位</translation>
    </message>
    <message>
        <source>%1 of %2 freed for it</source>
        <extracomment>Devices, in a list: %1 of %2 kept for the job are free</extracomment>
        <translation>已为其腾出 %1 / %2</translation>
    </message>
    <message>
        <source>an earlier job is first</source>
        <translation>先轮到更早的任务</translation>
    </message>
    <message>
        <source>starts in a moment</source>
        <translation>即将启动</translation>
    </message>
    <message>
        <source>can never run</source>
        <translation>永远无法运行</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>View and Manage Jobs</source>
        <translation>查看/管理任务</translation>
    </message>
    <message>
        <source>Submit Training Job</source>
        <translation>提交训练任务</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Running Jobs</source>
        <translation>运行中任务</translation>
    </message>
    <message>
        <source>Queuing Jobs</source>
        <translation>排队中任务</translation>
    </message>
    <message>
        <source>Paused Jobs</source>
        <translation>已暂停任务</translation>
    </message>
    <message>
        <source>My Jobs</source>
        <translation>我的任务</translation>
    </message>
    <message>
        <source>All Jobs</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Whose jobs</source>
        <translation>任务范围</translation>
    </message>
    <message>
        <source>Search by name, id or user</source>
        <translation>按名称、ID 或用户搜索</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>全部状态</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs</source>
        <translation>
            <numerusform>%1 / %n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>You are in no virtual cluster yet. An administrator can add you.</source>
        <translation>你还不属于任何虚拟集群，可请管理员添加。</translation>
    </message>
    <message>
        <source>The jobs could not be loaded.</source>
        <translation>任务列表加载失败。</translation>
    </message>
    <message>
        <source>No job is like this.</source>
        <translation>没有符合条件的任务。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No job runs or waits in this virtual cluster.</source>
        <translation>此虚拟集群中没有运行或等待的任务。</translation>
    </message>
    <message>
        <source>You have no jobs in this virtual cluster yet.</source>
        <translation>你在此虚拟集群中还没有任务。</translation>
    </message>
    <message>
        <source>Export jobs</source>
        <translation>导出任务</translation>
    </message>
</context>
<context>
    <name>ListFrame</name>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The keyring does not answer, so you will be asked for your password at the next start.</source>
        <translation>密钥环没有响应，下次启动时需要重新输入密码。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>The server did not take everything</source>
        <translation>服务器未接受全部操作</translation>
    </message>
    <message>
        <source>A job that you killed runs on, unless you stay and kill it again.</source>
        <translation>你要关闭的任务仍在运行。如需关闭，请留在此处并重试。</translation>
    </message>
    <message>
        <source>Quit and lose what you wrote?</source>
        <translation>退出并放弃未提交的内容？</translation>
    </message>
    <message>
        <source>What you began to write was not submitted.</source>
        <translation>您填写的内容尚未提交。</translation>
    </message>
    <message>
        <source>Sign out and lose what you wrote?</source>
        <translation>退出登录并放弃未提交的内容？</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>NewGroupPage</name>
    <message>
        <source>Create Group</source>
        <translation>新建用户组</translation>
    </message>
    <message>
        <source>Group information</source>
        <translation>用户组信息</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>新建用户组</translation>
    </message>
    <message>
        <source>Group Name</source>
        <translation>用户组名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Search roles</source>
        <translation>搜索角色</translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation>请至少选择一个角色。</translation>
    </message>
    <message>
        <source>Group: %1
Description: %2
Roles: %3</source>
        <translation>用户组：%1
描述：%2
角色：%3</translation>
    </message>
    <message>
        <source>Discard the new group?</source>
        <translation>放弃新建用户组？</translation>
    </message>
    <message>
        <source>What you have filled in is lost.</source>
        <translation>已填写的内容将丢失。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>NewUserRows</name>
    <message>
        <source>At most ten at once.</source>
        <translation>一次最多添加 10 个。</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>电话（选填）</translation>
    </message>
    <message>
        <source>Email (optional)</source>
        <translation>邮箱（选填）</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>备注（选填）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <extracomment>A field of a table with its row</extracomment>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>Remove row %1</source>
        <translation>删除第 %1 行</translation>
    </message>
    <message>
        <source>Add another user</source>
        <translation>再添加一个用户</translation>
    </message>
</context>
<context>
    <name>NewUsersPage</name>
    <message>
        <source>Create User</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>User information</source>
        <translation>用户信息</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Create users</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>Search roles</source>
        <translation>搜索角色</translation>
    </message>
    <message>
        <source>The users are there</source>
        <extracomment>The people that were just made</extracomment>
        <translation>用户已创建</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation>请至少选择一个角色。</translation>
    </message>
    <message numerus="yes">
        <source>%n users, each with the roles: %1.</source>
        <translation>
            <numerusform>%n 个用户，关联角色：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Berth makes a password for each and shows it once.</source>
        <translation>系统将为每个用户生成密码，且只显示一次。</translation>
    </message>
    <message>
        <source>No user was created.</source>
        <translation>没有创建任何用户。</translation>
    </message>
    <message>
        <source>Discard the new users?</source>
        <translation>放弃新建用户？</translation>
    </message>
    <message numerus="yes">
        <source>%n users that you have filled in are lost.</source>
        <translation>
            <numerusform>已填写的 %n 个用户将丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Leave without the passwords?</source>
        <translation>不保存密码就离开？</translation>
    </message>
    <message>
        <source>They are not shown again, and were neither copied nor saved.</source>
        <translation>密码不会再次显示，且尚未复制或保存。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>NoAccessPage</name>
    <message>
        <source>Access for %1</source>
        <translation>%1 的访问权限</translation>
    </message>
    <message>
        <source>Sorry, you are not authorized to access this page</source>
        <translation>抱歉，你没有访问此页面的权限</translation>
    </message>
    <message>
        <source>Ask an administrator of the platform for a role for %1.</source>
        <translation>请向平台管理员为 %1 申请角色。</translation>
    </message>
    <message>
        <source>Ask an administrator for a role for %1: %2</source>
        <translation>请向管理员为 %1 申请角色：%2</translation>
    </message>
    <message>
        <source>Write to an administrator</source>
        <translation>给管理员写邮件</translation>
    </message>
</context>
<context>
    <name>NodeActionText</name>
    <message>
        <source>It needs the permission Manager.</source>
        <translation>需要“管理”权限。</translation>
    </message>
    <message>
        <source>The node takes no new work already.</source>
        <translation>该节点已不接收新任务。</translation>
    </message>
    <message>
        <source>The node is not cordoned.</source>
        <translation>该节点未被隔离。</translation>
    </message>
    <message>
        <source>The node&apos;s jobs run to their ends already.</source>
        <translation>该节点已在等待任务运行至结束。</translation>
    </message>
    <message>
        <source>The node&apos;s jobs go back to the queue already.</source>
        <translation>该节点上的任务已在退回队列。</translation>
    </message>
    <message>
        <source>Cordon %1</source>
        <translation>隔离 %1</translation>
    </message>
    <message numerus="yes">
        <source>Cordon %n nodes</source>
        <translation>
            <numerusform>隔离 %n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Uncordon %1</source>
        <translation>解除隔离 %1</translation>
    </message>
    <message numerus="yes">
        <source>Uncordon %n nodes</source>
        <translation>
            <numerusform>解除隔离 %n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Drain %1</source>
        <translation>腾空 %1</translation>
    </message>
    <message numerus="yes">
        <source>Drain %n nodes</source>
        <translation>
            <numerusform>腾空 %n 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New work may come here again; %n device(s) are free.</source>
        <translation>
            <numerusform>这里可以重新接收任务；空闲设备 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>No new work comes here.</source>
        <translation>这里不再接收新任务。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentences</comment>
        <extracomment>Two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>No job runs here now.</source>
        <translation>目前没有任务在此运行。</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <comment>held by jobs</comment>
        <translation>
            <numerusform>%n 个设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of %1 go on here, on %2.</source>
        <extracomment>%1 &quot;2 people&quot;, %2 &quot;16 devices&quot;</extracomment>
        <translation>
            <numerusform>%1的 %n 个任务继续在此运行，占用 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of %1 run to their ends here, on %2.</source>
        <extracomment>%1 &quot;2 people&quot;, %2 &quot;16 devices&quot;</extracomment>
        <translation>
            <numerusform>%1的 %n 个任务在此运行至结束，占用 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of %1 stop and go back to the queue; %2 are left. They start anew with the same files where there is room.</source>
        <extracomment>%1 &quot;2 people&quot;, %2 &quot;16 devices&quot;</extracomment>
        <translation>
            <numerusform>%1的 %n 个任务将停止并回到队列，让出 %2。有空位时它们会用原来的文件重新开始。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They leave %n device(s) of other nodes, too.</source>
        <translation>
            <numerusform>它们还会让出其他节点上的 %n 个设备。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2, no devices</source>
        <extracomment>%1 a job, %2 a person</extracomment>
        <translation>%2 的 %1，不用设备</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %n device(s)</source>
        <extracomment>%1 a job, %2 a person</extracomment>
        <translation>
            <numerusform>%2 的 %1，%n 个设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %n device(s) here and %3 on other nodes</source>
        <extracomment>%1 a job, %2 a person, %3 a number of devices</extracomment>
        <translation>
            <numerusform>%2 的 %1，这里 %n 个设备，其他节点 %3 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Cordon</source>
        <extracomment>A button</extracomment>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Uncordon</source>
        <extracomment>A button</extracomment>
        <translation>解除隔离</translation>
    </message>
    <message numerus="yes">
        <source>Drain and requeue %n job(s)</source>
        <extracomment>A button: empties a node at once</extracomment>
        <translation>
            <numerusform>腾空并将 %n 个任务退回队列</numerusform>
        </translation>
    </message>
    <message>
        <source>Drain</source>
        <extracomment>A button: empties a node</extracomment>
        <translation>腾空</translation>
    </message>
    <message>
        <source>%1 takes no new work.</source>
        <translation>%1 不再接收新任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes take no new work.</source>
        <translation>
            <numerusform>%n 个节点不再接收新任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes new work again.</source>
        <translation>%1 重新接收新任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes take new work again.</source>
        <translation>
            <numerusform>%n 个节点重新接收新任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is being emptied.</source>
        <translation>%1 正在腾空。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes are being emptied.</source>
        <translation>
            <numerusform>%n 个节点正在腾空。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cordoned by %1</source>
        <extracomment>%1 a person</extracomment>
        <translation>由 %1 隔离</translation>
    </message>
    <message>
        <source>Uncordoned by %1</source>
        <extracomment>%1 a person</extracomment>
        <translation>由 %1 解除隔离</translation>
    </message>
    <message>
        <source>Drained by %1: its jobs went back to the queue</source>
        <extracomment>%1 a person</extracomment>
        <translation>由 %1 腾空：任务退回队列</translation>
    </message>
    <message>
        <source>Drained by %1: its jobs run to their ends</source>
        <translation>由 %1 腾空：任务运行至结束</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <extracomment>%1 &quot;Cordoned by mona&quot;, %2 &quot;3 min ago&quot;, %3 a date with its time</extracomment>
        <translation>%1，%2（%3）</translation>
    </message>
</context>
<context>
    <name>NodeCards</name>
    <message>
        <source>%1 free</source>
        <extracomment>On a node&apos;s card: how many of its devices are free</extracomment>
        <translation>空闲 %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <extracomment>Devices the person holds, and how many</extracomment>
        <translation>我的 %1</translation>
    </message>
    <message>
        <source>Others %1</source>
        <extracomment>Devices other people hold, and how many</extracomment>
        <translation>他人的 %1</translation>
    </message>
    <message>
        <source>Free %1</source>
        <extracomment>Devices nobody holds, and how many</extracomment>
        <translation>空闲 %1</translation>
    </message>
    <message>
        <source>Takes no work %1</source>
        <extracomment>Free devices of nodes that take no work, and how many</extracomment>
        <translation>不接受任务 %1</translation>
    </message>
    <message>
        <source>Out of order %1</source>
        <translation>故障 %1</translation>
    </message>
    <message>
        <source>My VC %1</source>
        <extracomment>Devices other people of the person&apos;s virtual cluster hold, and how many</extracomment>
        <translation>本虚拟集群 %1</translation>
    </message>
</context>
<context>
    <name>NodeCommands</name>
    <message>
        <source>Cordon…</source>
        <translation>隔离…</translation>
    </message>
    <message>
        <source>Uncordon…</source>
        <translation>解除隔离…</translation>
    </message>
    <message>
        <source>Drain…</source>
        <translation>腾空…</translation>
    </message>
    <message>
        <source>Cordon: it takes no new work</source>
        <translation>隔离：不再接收新任务</translation>
    </message>
    <message>
        <source>Uncordon: it takes new work again</source>
        <translation>解除隔离：重新接收新任务</translation>
    </message>
    <message>
        <source>Drain: no new work, and its jobs end or go back to the queue</source>
        <translation>腾空：不接收新任务，现有任务运行至结束或退回队列</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>Who took it out of service and back</source>
        <translation>谁让它停止服务、谁恢复了它</translation>
    </message>
</context>
<context>
    <name>NodeDialog</name>
    <message>
        <source>Jobs it happens to</source>
        <translation>受影响的任务</translation>
    </message>
    <message>
        <source>Its jobs</source>
        <translation>节点上的任务</translation>
    </message>
    <message>
        <source>Run to their ends</source>
        <translation>运行至结束</translation>
    </message>
    <message>
        <source>Go back to the queue now</source>
        <translation>立即退回队列</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Everybody who looks at the node can read it.</source>
        <translation>查看该节点的人都能看到。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say why, for those who ask later.</source>
        <translation>请写明原因，方便他人日后了解。</translation>
    </message>
</context>
<context>
    <name>NodeHistoryDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>History of %1</source>
        <extracomment>%1 a node</extracomment>
        <translation>%1 的历史记录</translation>
    </message>
    <message>
        <source>The history is being loaded.</source>
        <translation>正在加载历史记录。</translation>
    </message>
    <message>
        <source>Nobody has taken this node out of service yet.</source>
        <translation>该节点还没有被停止服务过。</translation>
    </message>
</context>
<context>
    <name>NodeList</name>
    <message>
        <source>Node Name</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>Node IP</source>
        <translation>节点 IP</translation>
    </message>
    <message>
        <source>Device Type</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Number of Device</source>
        <translation>设备数量</translation>
    </message>
    <message>
        <source>Used</source>
        <extracomment>A column: devices held by jobs that are not preemptible</extracomment>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Preemptible Used</source>
        <translation>抢占式已使用</translation>
    </message>
    <message>
        <source>Available</source>
        <extracomment>A column: devices nobody holds</extracomment>
        <translation>可用</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pods</source>
        <extracomment>A column: what runs on a node</extracomment>
        <translation>Pods</translation>
    </message>
</context>
<context>
    <name>NodeText</name>
    <message>
        <source>Ready</source>
        <extracomment>State of a node</extracomment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Cordoned</source>
        <extracomment>State of a node: it keeps its jobs and takes no new ones</extracomment>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <extracomment>State of a node: its engine reports a fault</extracomment>
        <translation>异常</translation>
    </message>
    <message>
        <source>Lost</source>
        <extracomment>State of a node: there is no news from it</extracomment>
        <translation>失联</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>One device of a node</extracomment>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1 %2: %3 of %4, preemptible</source>
        <extracomment>%1 NPU or GPU, %2 its number on the node, %3 a job, %4 a person</extracomment>
        <translation>%1 %2：%4 的 %3，抢占式</translation>
    </message>
    <message>
        <source>%1 %2: %3 of %4</source>
        <translation>%1 %2：%4 的 %3</translation>
    </message>
    <message>
        <source>%1 %2: out of order</source>
        <translation>%1 %2：故障</translation>
    </message>
    <message>
        <source>%1 %2: free, but the node takes no work</source>
        <translation>%1 %2：空闲，但节点不接受任务</translation>
    </message>
    <message>
        <source>%1 %2: free</source>
        <translation>%1 %2：空闲</translation>
    </message>
    <message>
        <source>Drained</source>
        <extracomment>State of a node: it was to be emptied, and no job runs there any more</extracomment>
        <translation>已腾空</translation>
    </message>
    <message>
        <source>Draining</source>
        <translation>正在腾空</translation>
    </message>
</context>
<context>
    <name>NodesPane</name>
    <message>
        <source>Devices of the nodes</source>
        <translation>节点设备</translation>
    </message>
    <message>
        <source>Legend</source>
        <extracomment>What the squares of a picture mean</extracomment>
        <translation>图例</translation>
    </message>
    <message>
        <source>Physical Cluster Node Status</source>
        <translation>物理集群节点状态</translation>
    </message>
    <message>
        <source>No node has devices, so only jobs that ask for none run. Devices are found by themselves, or declared under node and devices in the configuration of berthd.</source>
        <translation>没有节点带有设备，因此只能运行不申请设备的任务。设备会被自动发现，也可以在 berthd 配置的 node 和 devices 中声明。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Leave and lose what you wrote?</source>
        <translation>离开并丢弃已填写的内容？</translation>
    </message>
    <message>
        <source>What you have filled in was not saved.</source>
        <translation>已填写的内容尚未保存。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>PageStates</name>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Submit Training Job</source>
        <translation>提交训练任务</translation>
    </message>
    <message>
        <source>View and Manage Jobs</source>
        <translation>查看/管理任务</translation>
    </message>
    <message>
        <source>Cluster Status</source>
        <translation>集群状态</translation>
    </message>
    <message>
        <source>Virtual Cluster</source>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>Account info</source>
        <translation>账号信息</translation>
    </message>
    <message>
        <source>User Dashboard</source>
        <translation>用户管理</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Create User</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Create Group</source>
        <translation>新建用户组</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Audit Log</source>
        <translation>审计日志</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>From 8 to 128 characters. Your other sessions end.</source>
        <translation>8 到 128 个字符。其他登录会话将失效。</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter the password you have now.</source>
        <translation>请输入当前密码。</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n characters.</source>
        <translation>
            <numerusform>至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a password that is not your username.</source>
        <translation>密码不能与用户名相同。</translation>
    </message>
    <message>
        <source>The two do not match. Enter the new password again.</source>
        <translation>两次输入不一致，请再次输入新密码。</translation>
    </message>
</context>
<context>
    <name>PasswordDisplay</name>
    <message numerus="yes">
        <source>The %n passwords are shown this once. Hand them over now; at the first sign-in everyone chooses an own one.</source>
        <translation>
            <numerusform>以下 %n 个密码只显示这一次，请立即转交本人；首次登录时须自行修改密码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy username and password</source>
        <translation>复制用户名和密码</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>保存为 CSV</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>New password of %1</source>
        <translation>%1 的新密码</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>PeopleRuleText</name>
    <message>
        <source>Fill in %1 to %2 people.</source>
        <translation>请填写 %1 到 %2 个用户。</translation>
    </message>
    <message>
        <source>%1 is there twice. Choose another username.</source>
        <translation>用户名 %1 重复，请换一个。</translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation>请至少选择一个角色。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>Leave out control characters, and blanks at either end.</source>
        <translation>不能含控制字符，首尾不能有空格。</translation>
    </message>
    <message>
        <source>Describe it in a few words.</source>
        <translation>请填写描述。</translation>
    </message>
    <message>
        <source>Choose at least one permission.</source>
        <translation>请至少选择一项权限。</translation>
    </message>
    <message>
        <source>This needs the permission Manager.</source>
        <translation>需要“用户管理”权限。</translation>
    </message>
    <message>
        <source>This touches permissions that you do not hold yourself.</source>
        <translation>涉及您自己不具备的权限。</translation>
    </message>
    <message>
        <source>Only System Admins touch what has the role System Admin.</source>
        <translation>只有系统管理员才能操作拥有系统管理员角色的对象。</translation>
    </message>
    <message>
        <source>The roles of a System Admin stay. Take the role System Admin away first, on the page Roles.</source>
        <translation>系统管理员的角色不能修改。请先在“角色”页面收回其系统管理员角色。</translation>
    </message>
    <message>
        <source>A System Admin is not deleted. Take the role System Admin away first, on the page Roles.</source>
        <translation>系统管理员不能删除。请先在“角色”页面收回其系统管理员角色。</translation>
    </message>
    <message>
        <source>This is the last System Admin who can sign in. One has to stay.</source>
        <translation>这是最后一个可登录的系统管理员，必须保留。</translation>
    </message>
    <message>
        <source>Nobody disables or deletes themselves.</source>
        <translation>不能停用或删除自己。</translation>
    </message>
    <message>
        <source>There are active jobs. Wait until they end, or kill them.</source>
        <translation>还有活动任务，请等待任务结束或先终止任务。</translation>
    </message>
    <message>
        <source>A preset role is neither changed nor deleted.</source>
        <translation>预设角色不能修改，也不能删除。</translation>
    </message>
    <message>
        <source>This name is taken. Choose another.</source>
        <translation>该名称已被使用，请换一个。</translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n at once.</source>
        <translation>
            <numerusform>一次最多选择 %n 个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleText</name>
    <message>
        <source>Submit training job</source>
        <translation>提交训练任务</translation>
    </message>
    <message>
        <source>Manage VC</source>
        <translation>管理 VC</translation>
    </message>
    <message>
        <source>View VC</source>
        <translation>查看 VC</translation>
    </message>
    <message>
        <source>View all users jobs</source>
        <translation>查看所有用户的任务</translation>
    </message>
    <message>
        <source>View and manage all users jobs</source>
        <translation>查看和管理所有用户的任务</translation>
    </message>
    <message>
        <source>View cluster status</source>
        <translation>查看集群状态</translation>
    </message>
    <message>
        <source>Manager</source>
        <extracomment>The permission to look after users, groups and roles</extracomment>
        <translation>用户管理</translation>
    </message>
    <message>
        <source>Submit training jobs and edge inferences</source>
        <translation>提交训练任务和中心侧推理</translation>
    </message>
    <message>
        <source>Add, modify and delete virtual clusters</source>
        <translation>新增、修改和删除虚拟集群</translation>
    </message>
    <message>
        <source>See virtual clusters without changing them</source>
        <translation>只能查看虚拟集群，不能修改</translation>
    </message>
    <message>
        <source>See everybody&apos;s jobs without acting on them</source>
        <translation>查看所有人的任务，不能操作</translation>
    </message>
    <message>
        <source>See everybody&apos;s jobs, pause, resume and kill them</source>
        <translation>查看所有人的任务，并可暂停、恢复和终止</translation>
    </message>
    <message>
        <source>See nodes, devices and who uses them</source>
        <translation>查看节点、设备及其使用者</translation>
    </message>
    <message>
        <source>Look after users, groups and roles</source>
        <translation>管理用户、用户组和角色</translation>
    </message>
    <message>
        <source>Preset</source>
        <extracomment>Of a role</extracomment>
        <translation>预设角色</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义角色</translation>
    </message>
    <message>
        <source>All permissions</source>
        <translation>所有权限</translation>
    </message>
    <message>
        <source>Submit jobs, see the cluster, its virtual clusters and everybody&apos;s jobs</source>
        <translation>提交任务，查看集群、虚拟集群和所有人的任务</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the names of a list</extracomment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>None chosen</source>
        <translation>未选择</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>PriorityDelegate</name>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>How others see you: 1 to 20 characters.</source>
        <translation>其他人看到的名字，1 到 20 个字符。</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>手机（可选）</translation>
    </message>
    <message>
        <source>Email (optional)</source>
        <translation>邮箱（可选）</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>ProviderEntry</name>
    <message>
        <source>It took too long. Try again.</source>
        <translation>超时了，请重试。</translation>
    </message>
    <message>
        <source>The server sent an address that is not for a browser. Tell support.</source>
        <translation>服务器返回的地址不能用浏览器打开，请联系技术支持。</translation>
    </message>
</context>
<context>
    <name>RegistryFields</name>
    <message>
        <source>The password was deleted when that job ended. Type it again.</source>
        <translation>该任务结束时密码已被删除，请重新输入。</translation>
    </message>
    <message>
        <source>Nobody gets the password of somebody else&apos;s job. Type yours.</source>
        <translation>无法使用他人任务的密码，请输入您自己的密码。</translation>
    </message>
    <message>
        <source>No file holds a password. Type it.</source>
        <translation>文件中不含密码，请输入密码。</translation>
    </message>
    <message>
        <source>The template was saved without the password. Type it.</source>
        <translation>模板保存时未包含密码，请输入密码。</translation>
    </message>
    <message>
        <source>The password is not kept any more. Type it again.</source>
        <translation>密码已不再保留，请重新输入。</translation>
    </message>
    <message>
        <source>For images that need a sign-in. Address, username and password, or none of them.</source>
        <translation>用于需要登录的镜像。地址、用户名和密码须全部填写，或全部留空。</translation>
    </message>
    <message>
        <source>Kept; type to replace it</source>
        <translation>已保存，输入可替换</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>RightsPicker</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Search roles</source>
        <translation>搜索角色</translation>
    </message>
    <message>
        <source>Search groups</source>
        <translation>搜索用户组</translation>
    </message>
    <message>
        <source>There are no groups yet.</source>
        <translation>还没有用户组。</translation>
    </message>
    <message>
        <source>Search virtual clusters</source>
        <translation>搜索虚拟集群</translation>
    </message>
    <message>
        <source>There are no virtual clusters yet.</source>
        <translation>还没有虚拟集群。</translation>
    </message>
    <message>
        <source>Search by username, nickname, phone or email</source>
        <translation>按用户名、昵称、电话或邮箱搜索</translation>
    </message>
    <message numerus="yes">
        <source>%n more: search to find them.</source>
        <translation>
            <numerusform>另有 %n 项，请搜索查找。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is like this.</source>
        <translation>没有符合条件的用户。</translation>
    </message>
</context>
<context>
    <name>RoleCommands</name>
    <message>
        <source>Related to user</source>
        <translation>关联用户</translation>
    </message>
    <message>
        <source>Related to group</source>
        <translation>关联用户组</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Users with the role %1</source>
        <translation>拥有角色 %1 的用户</translation>
    </message>
    <message>
        <source>Save users</source>
        <translation>保存用户</translation>
    </message>
    <message>
        <source>Groups with the role %1</source>
        <translation>拥有角色 %1 的用户组</translation>
    </message>
    <message>
        <source>Save groups</source>
        <translation>保存用户组</translation>
    </message>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n 个用户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups with all members</source>
        <translation>
            <numerusform>%n 个用户组的全部成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has it.</source>
        <translation>没有人拥有该角色。</translation>
    </message>
    <message>
        <source>Lost for %1, as far as it is not given otherwise: %2.</source>
        <translation>%1将失去以下权限（通过其他途径获得的除外）：%2。</translation>
    </message>
    <message>
        <source>Delete the role %1?</source>
        <translation>删除角色 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n roles?</source>
        <translation>
            <numerusform>删除 %n 个角色？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>删除角色</translation>
    </message>
    <message>
        <source>Delete roles</source>
        <translation>删除角色</translation>
    </message>
</context>
<context>
    <name>RoleEditor</name>
    <message>
        <source>Role Name</source>
        <translation>角色名称</translation>
    </message>
    <message>
        <source>Description (optional)</source>
        <translation>描述（选填）</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
</context>
<context>
    <name>RoleList</name>
    <message>
        <source>Role Name</source>
        <translation>角色名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>A column: whether a role is preset or custom</extracomment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>用户组</translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>Create Role</source>
        <translation>新建角色</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The role could not be loaded.</source>
        <translation>无法加载该角色。</translation>
    </message>
    <message>
        <source>There is no such role.</source>
        <translation>该角色不存在。</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Create role</source>
        <translation>新建角色</translation>
    </message>
    <message>
        <source>Save role</source>
        <translation>保存角色</translation>
    </message>
    <message>
        <source>Related to user (%1)</source>
        <translation>关联用户（%1）</translation>
    </message>
    <message>
        <source>Related to group (%1)</source>
        <translation>关联用户组（%1）</translation>
    </message>
    <message>
        <source>The role %1 is there.</source>
        <translation>角色 %1 已创建。</translation>
    </message>
    <message>
        <source>The role %1 is saved.</source>
        <translation>角色 %1 已保存。</translation>
    </message>
    <message>
        <source>Discard what you have changed?</source>
        <translation>放弃修改？</translation>
    </message>
    <message>
        <source>The role stays as it is on the server.</source>
        <translation>服务器上的角色保持不变。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard the new role?</source>
        <translation>放弃新建角色？</translation>
    </message>
    <message>
        <source>What you have filled in is lost.</source>
        <translation>已填写的内容将丢失。</translation>
    </message>
</context>
<context>
    <name>RolesPage</name>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Create Role</source>
        <translation>新建角色</translation>
    </message>
    <message>
        <source>Search by name or permission</source>
        <translation>按名称或权限搜索</translation>
    </message>
    <message numerus="yes">
        <source>%n roles</source>
        <translation>
            <numerusform>共 %n 个角色</numerusform>
        </translation>
    </message>
    <message>
        <source>The roles could not be loaded.</source>
        <translation>无法加载角色。</translation>
    </message>
    <message>
        <source>No role is like this.</source>
        <translation>没有符合条件的角色。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>There are no roles yet.</source>
        <translation>还没有角色。</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Save as CSV</source>
        <translation>保存为 CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>YAML files (*.yaml *.yml)</source>
        <translation>YAML 文件 (*.yaml *.yml)</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>ServerChooser</name>
    <message>
        <source>Add a server…</source>
        <translation>添加服务器…</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As you call it.</source>
        <translation>便于自己识别的名称。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>With https, or http for this computer alone.</source>
        <translation>使用 https；http 仅限本机。</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>A PEM file, when the server’s certificate comes from your own authority. Optional.</source>
        <translation>服务器证书由自有机构签发时，选择其 PEM 文件。选填。</translation>
    </message>
    <message>
        <source>Remove this server</source>
        <translation>移除此服务器</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save server</source>
        <translation>保存服务器</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Edit server</source>
        <translation>编辑服务器</translation>
    </message>
    <message>
        <source>Give the server a name.</source>
        <translation>请填写服务器名称。</translation>
    </message>
    <message>
        <source>There is a server of this name. Choose another.</source>
        <translation>已有同名服务器，请换一个名称。</translation>
    </message>
    <message>
        <source>Write the address like https://berth.lab:8443.</source>
        <translation>地址格式如 https://berth.lab:8443。</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another.</source>
        <translation>无法读取此文件，请另选。</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>证书 (*.pem *.crt);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ServerProfiles</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Session</source>
        <extracomment>A column: whether it is the session the person looks from</extracomment>
        <translation>会话</translation>
    </message>
    <message>
        <source>This one</source>
        <extracomment>A chip: the session the person looks from</extracomment>
        <translation>当前会话</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>A column: the program that signed in</extracomment>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Unknown program</source>
        <translation>未知程序</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>A column: of the computer that signed in</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Signed in</source>
        <extracomment>A column: when</extracomment>
        <translation>登录时间</translation>
    </message>
    <message>
        <source>Last used</source>
        <extracomment>A column: when</extracomment>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>SessionsPane</name>
    <message>
        <source>End all others</source>
        <translation>结束其他所有会话</translation>
    </message>
    <message>
        <source>End all other sessions</source>
        <translation>结束其他所有会话</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>结束会话</translation>
    </message>
    <message>
        <source>You are in it: sign out instead.</source>
        <translation>这是当前会话，如需结束请退出登录。</translation>
    </message>
    <message>
        <source>End all other sessions?</source>
        <translation>确定结束其他所有会话？</translation>
    </message>
    <message numerus="yes">
        <source>%n other sessions end. The programs there ask for your password again.</source>
        <translation>
            <numerusform>%n 个其他会话将结束，那里的程序会重新要求输入密码。</numerusform>
        </translation>
    </message>
    <message>
        <source>End them</source>
        <translation>全部结束</translation>
    </message>
</context>
<context>
    <name>SideMenu</name>
    <message>
        <source>This page is open</source>
        <translation>当前页面</translation>
    </message>
</context>
<context>
    <name>SignInMethods</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Set</source>
        <extracomment>The password is</extracomment>
        <translation>已设置</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Not bound</source>
        <translation>未绑定</translation>
    </message>
    <message>
        <source>Bound, %1</source>
        <translation>已绑定，%1</translation>
    </message>
    <message>
        <source>Bound: %1, %2</source>
        <translation>已绑定：%1，%2</translation>
    </message>
    <message>
        <source>%1 account</source>
        <translation>%1账号</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>解绑</translation>
    </message>
    <message>
        <source>Bind</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>Unbind %1</source>
        <translation>解绑%1</translation>
    </message>
    <message>
        <source>Bind %1</source>
        <translation>绑定%1</translation>
    </message>
    <message>
        <source>It is your only way in. Bind another one first.</source>
        <translation>这是您唯一的登录方式，请先绑定其他账号。</translation>
    </message>
    <message>
        <source>Your %1 account is bound.</source>
        <translation>您的%1账号已绑定。</translation>
    </message>
    <message>
        <source>Unbind the %1 account?</source>
        <translation>确定解绑%1账号？</translation>
    </message>
    <message>
        <source>You can no longer sign in with it.</source>
        <translation>您将无法再用它登录。</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Train on the devices of your cluster.</source>
        <translation>使用集群设备训练模型。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit server</source>
        <translation>编辑服务器</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Keep me signed in</source>
        <translation>保持登录</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>登录已失效，请重新登录。</translation>
    </message>
    <message>
        <source>Enter your username.</source>
        <translation>请输入用户名。</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>The keyring does not answer, so you are asked for your password.</source>
        <translation>密钥环没有响应，因此需要输入密码。</translation>
    </message>
    <message>
        <source>Wrong username or password.</source>
        <translation>用户名或密码错误。</translation>
    </message>
    <message>
        <source>Plain http is only for this computer. Use an https address.</source>
        <translation>http 仅限本机，请使用 https 地址。</translation>
    </message>
    <message>
        <source>This address cannot be used. Edit the server.</source>
        <translation>此地址无法使用，请编辑服务器。</translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used. Edit the server.</source>
        <translation>证书颁发机构文件无法使用，请编辑服务器。</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute, then try again.</source>
        <translation>尝试次数过多，请一分钟后再试。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>无法连接 %1：%2。</translation>
    </message>
    <message>
        <source>If it has a certificate of your own authority, choose the authority’s file under Edit.</source>
        <translation>若证书由自有机构签发，请在“编辑”中选择该机构的文件。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>中文</source>
        <extracomment>The other language, in its own words.</extracomment>
        <translation>English</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>The account %1 is made. Sign in with it.</source>
        <translation>账号 %1 已创建，请登录。</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>登录 %1</translation>
    </message>
</context>
<context>
    <name>SignInText</name>
    <message>
        <source>Microsoft</source>
        <extracomment>The company, as it is called in this language</extracomment>
        <translation>微软</translation>
    </message>
    <message>
        <source>WeChat</source>
        <extracomment>The messenger, as it is called in this language</extracomment>
        <translation>微信</translation>
    </message>
    <message>
        <source>You did not agree in the browser. Try again, and agree there.</source>
        <translation>您没有在浏览器中同意。请重试，并在浏览器中同意。</translation>
    </message>
    <message>
        <source>It took too long in the browser. Try again.</source>
        <translation>浏览器中的操作超时，请重试。</translation>
    </message>
    <message>
        <source>%1 does not answer, or with an error. Try again later, or use your password.</source>
        <translation>%1没有响应或返回了错误。请稍后重试，或使用密码登录。</translation>
    </message>
    <message>
        <source>What %1 answered cannot be trusted. Try again; if it stays, tell support.</source>
        <translation>%1的应答无法通过校验。请重试；若仍如此，请联系技术支持。</translation>
    </message>
    <message>
        <source>This account at %1 belongs to somebody else here, or you have bound another one already.</source>
        <translation>该%1账号已属于本平台的其他用户，或者您已绑定了另一个账号。</translation>
    </message>
    <message>
        <source>Your account is disabled. Ask an administrator.</source>
        <translation>您的账号已停用，请联系管理员。</translation>
    </message>
    <message>
        <source>Nobody here has this account at %1, and accounts are made by the administrators. Ask one of them.</source>
        <translation>本平台没有使用该%1账号的用户，且账号只能由管理员创建，请联系管理员。</translation>
    </message>
    <message>
        <source>Your session has ended meanwhile. Sign in and try again.</source>
        <translation>您的会话已在此期间结束，请登录后重试。</translation>
    </message>
    <message>
        <source>This is no public key. Paste the line of a .pub file, such as “ssh-ed25519 AAAA… name”.</source>
        <translation>这不是公钥。请粘贴 .pub 文件中的那一行，例如“ssh-ed25519 AAAA… name”。</translation>
    </message>
    <message>
        <source>This is your private key, which nobody else may have. Use the file that ends in .pub.</source>
        <translation>这是您的私钥，绝不能交给他人。请使用以 .pub 结尾的文件。</translation>
    </message>
    <message>
        <source>Keys of this type are unknown or too weak. Make one with “ssh-keygen -t ed25519”.</source>
        <translation>不支持这种类型的密钥，或其强度不足。请用“ssh-keygen -t ed25519”生成一个。</translation>
    </message>
    <message>
        <source>An RSA key needs %1 to %2 bits.</source>
        <translation>RSA 密钥需要 %1 到 %2 位。</translation>
    </message>
    <message numerus="yes">
        <source>What stands behind the key may have at most %n characters.</source>
        <translation>
            <numerusform>密钥之后的名称最多 %n 个字符。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignUpForm</name>
    <message>
        <source>Sign up</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>4 to 20 letters, digits, _ . and -</source>
        <translation>4 到 20 个字母、数字、_、. 或 -</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>How others see you: 1 to 20 characters.</source>
        <translation>其他人看到的名字，1 到 20 个字符。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>From 8 to 128 characters.</source>
        <translation>8 到 128 个字符。</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Accounts are made by the administrators here. Ask one of them.</source>
        <translation>本平台的账号由管理员创建，请联系管理员。</translation>
    </message>
    <message>
        <source>The two do not match. Enter the password again.</source>
        <translation>两次输入不一致，请重新输入密码。</translation>
    </message>
    <message>
        <source>One step left</source>
        <translation>还差一步</translation>
    </message>
    <message>
        <source>Nobody here has your account at %1 yet. Choose how you are called on this platform, and a password for when %1 is away.</source>
        <translation>您的%1账号尚未在本平台使用过。请设置您在本平台的用户名、昵称，以及%1不可用时使用的密码。</translation>
    </message>
    <message>
        <source>An administrator gives the new account its rights.</source>
        <translation>新账号的权限由管理员授予。</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>创建账号</translation>
    </message>
</context>
<context>
    <name>SshKeyDialog</name>
    <message>
        <source>Add an SSH key</source>
        <translation>添加 SSH 密钥</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>The line of a .pub file, such as ~/.ssh/id_ed25519.pub.</source>
        <translation>.pub 文件中的那一行，例如 ~/.ssh/id_ed25519.pub。</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件读取…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Public keys (*.pub);;All files (*)</source>
        <translation>公钥文件 (*.pub);;所有文件 (*)</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another.</source>
        <translation>无法读取该文件，请选择其他文件。</translation>
    </message>
</context>
<context>
    <name>SshKeyList</name>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>A column: of a key</extracomment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Added</source>
        <extracomment>A column: when</extracomment>
        <translation>添加时间</translation>
    </message>
</context>
<context>
    <name>SshKeysPane</name>
    <message>
        <source>Delete key</source>
        <translation>删除密钥</translation>
    </message>
    <message>
        <source>You have no key here yet. With one you get into your jobs by SSH without a password.</source>
        <translation>您还没有添加密钥。添加后即可免密码通过 SSH 登录您的任务。</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>添加密钥…</translation>
    </message>
    <message>
        <source>SSH keys</source>
        <translation>SSH 密钥</translation>
    </message>
    <message>
        <source>You have this key already.</source>
        <translation>您已添加过该密钥。</translation>
    </message>
    <message>
        <source>Delete the key %1?</source>
        <translation>确定删除密钥 %1？</translation>
    </message>
    <message>
        <source>It no longer opens jobs that start from now on.</source>
        <translation>此后启动的任务将不再接受该密钥。</translation>
    </message>
</context>
<context>
    <name>StateHeadline</name>
    <message numerus="yes">
        <source>For %1, on %n device(s).</source>
        <translation>
            <numerusform>已运行 %1，使用 %n 个设备。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ran for %1, on %n device(s).</source>
        <translation>
            <numerusform>共运行 %1，使用 %n 个设备。</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices of the job</source>
        <translation>任务的设备</translation>
    </message>
    <message>
        <source>Newest lines</source>
        <translation>最新日志行</translation>
    </message>
    <message>
        <source>For %1.</source>
        <extracomment>How long a job without devices runs</extracomment>
        <translation>已运行 %1。</translation>
    </message>
    <message>
        <source>Ran for %1.</source>
        <translation>共运行 %1。</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>StorageBar</name>
    <message>
        <source>%1 free of %2, %3</source>
        <extracomment>%1 and %2 are sizes such as &quot;412 GiB&quot;, %3 says &quot;59 % used&quot;</extracomment>
        <translation>共 %2，剩余 %1，%3</translation>
    </message>
    <message>
        <source>free of %1</source>
        <extracomment>Behind a size: what is free of a disk of %1</extracomment>
        <translation>可用，共 %1</translation>
    </message>
</context>
<context>
    <name>StoragePane</name>
    <message>
        <source>Storage</source>
        <translation>存储量</translation>
    </message>
    <message>
        <source>The room on the storage is not known now.</source>
        <translation>目前无法得知存储空间的情况。</translation>
    </message>
    <message>
        <source>Jobs have no shared directories here.</source>
        <translation>此集群的任务没有共享目录。</translation>
    </message>
</context>
<context>
    <name>StorageTable</name>
    <message>
        <source>In the container</source>
        <extracomment>Above paths</extracomment>
        <translation>容器内</translation>
    </message>
    <message>
        <source>On the storage</source>
        <translation>存储上</translation>
    </message>
</context>
<context>
    <name>StorageText</name>
    <message>
        <source>Work directory</source>
        <translation>工作目录</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>Home directory</source>
        <translation>主目录</translation>
    </message>
    <message>
        <source>Job directory</source>
        <translation>任务目录</translation>
    </message>
    <message>
        <source>Work</source>
        <extracomment>Storage: the work directories</extracomment>
        <translation>工作</translation>
    </message>
    <message>
        <source>Data</source>
        <extracomment>Storage: the shared data</extracomment>
        <translation>数据</translation>
    </message>
    <message>
        <source>Home</source>
        <extracomment>Storage: the home directories</extracomment>
        <translation>主目录</translation>
    </message>
    <message>
        <source>Jobs</source>
        <extracomment>Storage: the directories of jobs</extracomment>
        <translation>任务</translation>
    </message>
    <message>
        <source>&lt;job id&gt;</source>
        <extracomment>Stands at the end of a path for what is not known yet</extracomment>
        <translation>&lt;任务 ID&gt;</translation>
    </message>
    <message>
        <source>%1 % used, nearly full</source>
        <translation>已用 %1%，即将用满</translation>
    </message>
    <message>
        <source>%1 % used, filling up</source>
        <translation>已用 %1%，空间渐少</translation>
    </message>
    <message>
        <source>%1 % used</source>
        <translation>已用 %1%</translation>
    </message>
</context>
<context>
    <name>SubmitPage</name>
    <message>
        <source>Submit Training Job</source>
        <translation>提交训练任务</translation>
    </message>
    <message>
        <source>Submit job</source>
        <translation>提交任务</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Discard the job that you began?</source>
        <translation>放弃正在填写的任务？</translation>
    </message>
    <message>
        <source>What you have filled in was not submitted.</source>
        <translation>已填写的内容尚未提交。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Ask support</source>
        <translation>联系支持</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Say what happened and what you expected.</source>
        <translation>说明发生了什么，以及您原本的预期。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send to support</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Ask support about “%1”</source>
        <translation>就任务“%1”联系支持</translation>
    </message>
    <message>
        <source>Say what the operators can help with.</source>
        <translation>请说明需要运维人员协助的问题。</translation>
    </message>
    <message>
        <source>Shorten it: at most %1 KiB are sent.</source>
        <translation>内容过长，最多可发送 %1 KiB，请缩短。</translation>
    </message>
    <message>
        <source>Sent along: your name and mail address, and the job&apos;s name, id, virtual cluster, owner, state, reason, nodes and image.</source>
        <translation>随附发送：您的姓名和邮箱，以及任务的名称、ID、虚拟集群、所有者、状态、原因、节点和镜像。</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
</context>
<context>
    <name>TemplateChooser</name>
    <message>
        <source>None (apply a template)</source>
        <translation>无（选择模板）</translation>
    </message>
</context>
<context>
    <name>TemplateCommands</name>
    <message>
        <source>%1 is by %2, and you may not change it. Choose another name.</source>
        <translation>%1 由 %2 创建，你无权修改。请换一个名称。</translation>
    </message>
    <message>
        <source>Overwrite the template %1?</source>
        <translation>覆盖模板 %1？</translation>
    </message>
    <message>
        <source>Somebody has saved it a moment ago.</source>
        <translation>刚刚有人保存了它。</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>%1 deleted.</source>
        <translation>已删除 %1。</translation>
    </message>
</context>
<context>
    <name>TemplatePane</name>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Template name</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Keeps all of the fields above, a password encrypted.</source>
        <translation>保存以上所有字段，密码加密保存。</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>作用域</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>TemplateText</name>
    <message>
        <source>user</source>
        <extracomment>Scope of a template: its author&apos;s own</extracomment>
        <translation>用户</translation>
    </message>
    <message>
        <source>team</source>
        <extracomment>Scope of a template: of everybody in the VC</extracomment>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>Only you see it, in every VC.</source>
        <translation>仅自己可见，在所有虚拟集群中可用。</translation>
    </message>
    <message>
        <source>Everybody in the VC %1 sees it, and only there.</source>
        <translation>虚拟集群 %1 的所有人可见，且仅在该虚拟集群中可用。</translation>
    </message>
    <message>
        <source>Saved by %1, %2.</source>
        <extracomment>%1 is a person, %2 a time such as &quot;3 min ago&quot;</extracomment>
        <translation>%1 于%2保存。</translation>
    </message>
    <message>
        <source>line %1, %2: %3</source>
        <extracomment>A place in a file and what is wrong there</extracomment>
        <translation>第 %1 行 %2：%3</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <extracomment>A place in a file and what is wrong there</extracomment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A key in a file and what is wrong with it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the file is larger than %1 KiB</source>
        <translation>文件超过 %1 KiB</translation>
    </message>
    <message>
        <source>the file is not in UTF-8</source>
        <translation>文件不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>the file is no text</source>
        <translation>这不是文本文件</translation>
    </message>
    <message>
        <source>this is no YAML</source>
        <translation>此处不是有效的 YAML</translation>
    </message>
    <message>
        <source>keys with their values are expected</source>
        <translation>此处应为键和值</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>此处应为列表</translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation>此处应为文本</translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation>此处应为整数</translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation>此处应为 true 或 false</translation>
    </message>
    <message>
        <source>an id is expected</source>
        <translation>此处应为 ID</translation>
    </message>
    <message>
        <source>one of these is expected: %1</source>
        <translation>此处应为以下之一：%1</translation>
    </message>
    <message>
        <source>a password does not belong in a file</source>
        <translation>文件中不得包含密码</translation>
    </message>
    <message>
        <source>there is no such key</source>
        <translation>没有这个键</translation>
    </message>
    <message>
        <source>the key is there twice</source>
        <translation>这个键出现了两次</translation>
    </message>
    <message>
        <source>the template needs a name</source>
        <translation>模板需要名称</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Hide or show the menu</source>
        <translation>收起或展开菜单</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Go to a page, VC or job (Ctrl+K)</source>
        <translation>前往页面、虚拟集群或任务 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>User menu</source>
        <translation>用户菜单</translation>
    </message>
    <message>
        <source>Account info</source>
        <translation>账号信息</translation>
    </message>
    <message>
        <source>User Dashboard</source>
        <translation>用户管理</translation>
    </message>
    <message>
        <source>Open User Dashboard</source>
        <translation>打开用户管理</translation>
    </message>
</context>
<context>
    <name>UserCommands</name>
    <message>
        <source>Edit roles</source>
        <translation>编辑角色</translation>
    </message>
    <message>
        <source>Add to groups</source>
        <translation>添加到用户组</translation>
    </message>
    <message>
        <source>Assign virtual clusters</source>
        <translation>分配虚拟集群</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>重置密码</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Roles of %1</source>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>A change takes effect with the next thing that %1 does.</source>
        <translation>修改后，%1 的下一次操作即按新角色生效。</translation>
    </message>
    <message>
        <source>Save roles</source>
        <translation>保存角色</translation>
    </message>
    <message>
        <source>Groups of %1</source>
        <translation>%1 的用户组</translation>
    </message>
    <message>
        <source>Members have the roles of their groups and may use their virtual clusters.</source>
        <translation>成员拥有所在用户组的角色，并可使用其虚拟集群。</translation>
    </message>
    <message>
        <source>Save groups</source>
        <translation>保存用户组</translation>
    </message>
    <message numerus="yes">
        <source>Add %n users to groups</source>
        <translation>
            <numerusform>将 %n 个用户添加到用户组</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the groups that they are in.</source>
        <translation>原有的用户组保持不变。</translation>
    </message>
    <message>
        <source>Virtual clusters of %1</source>
        <translation>%1 的虚拟集群</translation>
    </message>
    <message>
        <source>Those of groups come on top. Jobs in a virtual cluster that is taken away go on.</source>
        <translation>用户组的虚拟集群不受影响。收回虚拟集群后，其中的任务继续运行。</translation>
    </message>
    <message>
        <source>Save virtual clusters</source>
        <translation>保存虚拟集群</translation>
    </message>
    <message>
        <source>Reset the password of %1?</source>
        <translation>重置 %1 的密码？</translation>
    </message>
    <message>
        <source>Berth makes a new password and shows it once. The old one is void and every session of %1 ends at once.</source>
        <translation>系统将生成新密码且只显示一次。旧密码立即失效，%1 的所有会话立即结束。</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>停用 %1？</translation>
    </message>
    <message>
        <source>%1 can no longer sign in, and every session ends at once. Jobs go on.</source>
        <translation>%1 将无法登录，所有会话立即结束；任务继续运行。</translation>
    </message>
</context>
<context>
    <name>UserDeletion</name>
    <message numerus="yes">
        <source>%n jobs are active.</source>
        <translation>
            <numerusform>还有 %n 个活动任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are active: %1.</source>
        <translation>
            <numerusform>还有 %n 个活动任务：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be deleted now</source>
        <translation>现在不能删除 %1</translation>
    </message>
    <message>
        <source>Wait until they end, or kill them.</source>
        <translation>请等待任务结束或先终止任务。</translation>
    </message>
    <message>
        <source>View jobs</source>
        <translation>查看任务</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n 个账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roles given to them</source>
        <translation>
            <numerusform>%n 个关联角色</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memberships in groups</source>
        <translation>
            <numerusform>%n 个用户组成员身份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual clusters given to them</source>
        <translation>
            <numerusform>%n 个已分配的虚拟集群</numerusform>
        </translation>
    </message>
    <message>
        <source>Lost for good: %1. Files and the history of ended jobs stay.</source>
        <translation>将永久失去：%1。文件和已结束任务的历史保留。</translation>
    </message>
    <message>
        <source>%1 stays: %2</source>
        <extracomment>A person and why this person is not deleted</extracomment>
        <translation>%1 将保留：%2</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n users?</source>
        <translation>
            <numerusform>删除 %n 个用户？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete user</source>
        <translation>删除用户</translation>
    </message>
    <message>
        <source>Delete users</source>
        <translation>删除用户</translation>
    </message>
</context>
<context>
    <name>UserList</name>
    <message>
        <source>Status</source>
        <extracomment>A column: whether a person may sign in</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Disabled</source>
        <extracomment>Of a person who may sign in, and who may not</extracomment>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>A column: since when the account is there</extracomment>
        <translation>创建时间</translation>
    </message>
</context>
<context>
    <name>UserPage</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>该用户不存在。</translation>
    </message>
    <message>
        <source>The user could not be loaded.</source>
        <translation>无法加载该用户。</translation>
    </message>
    <message>
        <source>%1 · Disabled</source>
        <translation>%1 · 已停用</translation>
    </message>
    <message>
        <source>User Id</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最近登录</translation>
    </message>
</context>
<context>
    <name>UserRights</name>
    <message>
        <source>Given</source>
        <translation>直接分配</translation>
    </message>
    <message>
        <source>Through groups</source>
        <translation>通过用户组</translation>
    </message>
    <message>
        <source>None. This person sees only a note how to get rights.</source>
        <translation>无。该用户登录后只会看到如何申请权限的提示。</translation>
    </message>
    <message>
        <source>Edit roles</source>
        <translation>编辑角色</translation>
    </message>
    <message>
        <source>Edit groups</source>
        <translation>编辑用户组</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message numerus="yes">
        <source>%n active jobs</source>
        <translation>
            <numerusform>%n 个活动任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>A job, its state and its virtual cluster</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Virtual Clusters</source>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>Permissions in effect</source>
        <translation>生效的权限</translation>
    </message>
    <message>
        <source>Active Jobs</source>
        <translation>活动任务</translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Create User</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>Search by name, phone or email</source>
        <translation>按名称、电话或邮箱搜索</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>用户组</translation>
    </message>
    <message>
        <source>Every role</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <source>Every group</source>
        <translation>全部用户组</translation>
    </message>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>共 %n 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>The users could not be loaded.</source>
        <translation>无法加载用户。</translation>
    </message>
    <message>
        <source>Nobody is like this.</source>
        <translation>没有符合条件的用户。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>VcCommands</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Modify</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>The virtual cluster %1 is made.</source>
        <translation>虚拟集群 %1 已创建。</translation>
    </message>
    <message>
        <source>The virtual cluster %1 is changed.</source>
        <translation>虚拟集群 %1 已修改。</translation>
    </message>
    <message>
        <source>A job of it has begun to run meanwhile, so it cannot be changed now.</source>
        <translation>该虚拟集群中刚有任务开始运行，现在无法修改。</translation>
    </message>
    <message>
        <source>The virtual cluster %1 is deleted.</source>
        <translation>虚拟集群 %1 已删除。</translation>
    </message>
</context>
<context>
    <name>VcDialog</name>
    <message>
        <source>VcName</source>
        <translation>虚拟集群名称</translation>
    </message>
    <message>
        <source>Up to 20 letters, digits, - and _</source>
        <translation>最多 20 个字母、数字、- 或 _</translation>
    </message>
    <message>
        <source>DeviceNumber is what the virtual cluster has, MaxAvailable the most that one person may use of it.</source>
        <translation>“设备数量”是该虚拟集群拥有的设备数，“最大可用数量”是其中每个用户最多可使用的设备数。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add virtual cluster</source>
        <translation>新增虚拟集群</translation>
    </message>
    <message>
        <source>Modify virtual cluster</source>
        <translation>修改虚拟集群</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>The name of a virtual cluster never changes.</source>
        <translation>虚拟集群的名称不可修改。</translation>
    </message>
    <message>
        <source>DeviceType</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>DeviceNumber</source>
        <translation>设备数量</translation>
    </message>
    <message>
        <source>MaxAvailable</source>
        <translation>最大可用数量</translation>
    </message>
    <message>
        <source>DeviceNumber of %1</source>
        <extracomment>Of a device type</extracomment>
        <translation>%1 的设备数量</translation>
    </message>
    <message>
        <source>MaxAvailable of %1</source>
        <extracomment>Of a device type</extracomment>
        <translation>%1 的最大可用数量</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>剩余 %1 / %2</translation>
    </message>
</context>
<context>
    <name>VcPage</name>
    <message>
        <source>Virtual Cluster</source>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>Add VC</source>
        <translation>新增虚拟集群</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Search by name, device type or user</source>
        <translation>按名称、设备类型或用户搜索</translation>
    </message>
    <message>
        <source>%1: %2 of %3 left</source>
        <translation>%1：剩余 %2 / %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n virtual clusters</source>
        <translation>
            <numerusform>%1 / %n 个虚拟集群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual clusters</source>
        <translation>
            <numerusform>%n 个虚拟集群</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is like this.</source>
        <translation>没有符合条件的内容。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The virtual clusters could not be loaded.</source>
        <translation>无法加载虚拟集群。</translation>
    </message>
    <message>
        <source>There is no virtual cluster yet.</source>
        <translation>还没有虚拟集群。</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
</context>
<context>
    <name>VcShareList</name>
    <message>
        <source>VcName</source>
        <translation>虚拟集群名称</translation>
    </message>
    <message>
        <source>DeviceType</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>DeviceNumber</source>
        <translation>设备数量</translation>
    </message>
    <message>
        <source>MaxAvailable</source>
        <translation>最大可用数量</translation>
    </message>
    <message>
        <source>UserNumber</source>
        <translation>用户数量</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
</context>
<context>
    <name>VcSwitcher</name>
    <message>
        <source>Search VCs</source>
        <translation>搜索虚拟集群</translation>
    </message>
    <message>
        <source>Virtual clusters</source>
        <translation>虚拟集群</translation>
    </message>
    <message>
        <source>The virtual cluster you work in</source>
        <translation>您所在的虚拟集群</translation>
    </message>
</context>
<context>
    <name>VcText</name>
    <message>
        <source>Give the virtual cluster a name.</source>
        <translation>请填写虚拟集群名称。</translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>最多使用 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Use only letters, digits, - and _.</source>
        <translation>只能使用字母、数字、- 和 _。</translation>
    </message>
    <message>
        <source>There is a virtual cluster of this name. Choose another.</source>
        <translation>该名称的虚拟集群已存在，请换一个名称。</translation>
    </message>
    <message>
        <source>The cluster has no devices of type %1 any more. Enter 0.</source>
        <translation>集群中已没有 %1 类型的设备，请填 0。</translation>
    </message>
    <message>
        <source>%1 is there twice. Remove one.</source>
        <translation>%1 重复出现，请删除一个。</translation>
    </message>
    <message>
        <source>Enter a whole number from 0 to %1.</source>
        <translation>请填写 0 到 %1 的整数。</translation>
    </message>
    <message>
        <source>Enter a whole number from 0 to %1. Others have the rest, %2 the most: give it fewer first.</source>
        <translation>请填写 0 到 %1 的整数。其余设备已分给其他虚拟集群，其中 %2 最多：请先减少它的设备。</translation>
    </message>
    <message>
        <source>Enter a whole number from 0 to %1, the DeviceNumber.</source>
        <translation>请填写 0 到 %1（设备数量）的整数。</translation>
    </message>
    <message>
        <source>You need the permission Manage VC for this.</source>
        <translation>此操作需要“管理虚拟集群”权限。</translation>
    </message>
    <message numerus="yes">
        <source>%n of its jobs are running, scheduling, killing or pausing. Wait for them, or pause or kill them first.</source>
        <translation>
            <numerusform>有 %n 个任务处于运行中、调度中、终止中或暂停中状态。请等待其结束，或先暂停、终止这些任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>You are in this virtual cluster. Switch to another one first.</source>
        <translation>您正在使用该虚拟集群，请先切换到其他虚拟集群。</translation>
    </message>
    <message>
        <source>It is the last virtual cluster.</source>
        <translation>这是最后一个虚拟集群。</translation>
    </message>
    <message>
        <source>Type its name: %1</source>
        <translation>请输入其名称：%1</translation>
    </message>
</context>
<context>
    <name>VcUsageList</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Device Type</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Number of Device</source>
        <translation>设备数量</translation>
    </message>
    <message>
        <source>Unschedulable</source>
        <extracomment>A column: devices that take no work</extracomment>
        <translation>不可调度</translation>
    </message>
    <message>
        <source>Used</source>
        <extracomment>A column: devices held by jobs that are not preemptible</extracomment>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Preemptible Used</source>
        <translation>抢占式已使用</translation>
    </message>
    <message>
        <source>Available</source>
        <extracomment>A column: devices nobody holds</extracomment>
        <translation>可用</translation>
    </message>
    <message>
        <source>Active Jobs</source>
        <translation>活跃任务</translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <source>Starts at once %1.</source>
        <extracomment>%1 says where, such as &quot;on node-1 (devices 0–3)&quot;</extracomment>
        <translation>将立即%1启动。</translation>
    </message>
    <message>
        <source>Will wait as number %1 in the queue. %2</source>
        <extracomment>%1 is the place in the queue, %2 a sentence that says why</extracomment>
        <translation>将在队列中排第 %1 位等待。%2</translation>
    </message>
    <message numerus="yes">
        <source>on %n node(s)</source>
        <translation>
            <numerusform>在 %n 个节点上</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>在 %1 上</translation>
    </message>
    <message>
        <source>on %1 (device %2)</source>
        <translation>在 %1（设备 %2）上</translation>
    </message>
    <message>
        <source>on %1 (devices %2)</source>
        <translation>在 %1（设备 %2）上</translation>
    </message>
    <message numerus="yes">
        <source>Starts as soon as %n preemptible job(s) have gone back to the queue.</source>
        <translation>
            <numerusform>待 %n 个可抢占任务退回队列后立即启动。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 These are: %2.</source>
        <extracomment>%1 is a sentence, %2 a list of jobs</extracomment>
        <translation>%1这些任务是：%2。</translation>
    </message>
</context>
<context>
    <name>ViolationText</name>
    <message>
        <source>Give the job a name.</source>
        <translation>请填写任务名。</translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n characters.</source>
        <translation>
            <numerusform>最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Use only letters, digits, - and _.</source>
        <translation>只能使用字母、数字、- 和 _。</translation>
    </message>
    <message>
        <source>Choose a VC that you may use.</source>
        <translation>请选择你可用的虚拟集群。</translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation>请输入 %1 到 %2 之间的整数。</translation>
    </message>
    <message>
        <source>This VC has no devices of type %1. Choose another type.</source>
        <translation>此虚拟集群没有 %1 类型的设备，请选择其他类型。</translation>
    </message>
    <message>
        <source>Choose a device type.</source>
        <translation>请选择设备类型。</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>请从 %1 中选择。</translation>
    </message>
    <message>
        <source>Name the image that the job runs in.</source>
        <translation>请填写任务使用的镜像。</translation>
    </message>
    <message>
        <source>This is no image name. Write it like pytorch:2.1 or host:5000/team/pytorch:2.1.</source>
        <translation>镜像名无效，格式如 pytorch:2.1 或 host:5000/team/pytorch:2.1。</translation>
    </message>
    <message>
        <source>Write the command that the job runs.</source>
        <translation>请填写任务要运行的指令。</translation>
    </message>
    <message>
        <source>The command is too long. It may have %1 KiB.</source>
        <translation>指令过长，最多 %1 KiB。</translation>
    </message>
    <message>
        <source>A job may have at most %1 ports and other endpoints together.</source>
        <translation>一个任务的交互端口与其他端点合计最多 %1 个。</translation>
    </message>
    <message>
        <source>Port %1 is there twice. Remove one.</source>
        <translation>端口 %1 重复，请删除一个。</translation>
    </message>
    <message>
        <source>“%1” is no port. Ports are whole numbers from %2 to %3.</source>
        <translation>“%1”不是有效端口。端口须为 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>Fill in address, username and password, or none of them.</source>
        <translation>请填写地址、用户名和密码，或全部留空。</translation>
    </message>
    <message>
        <source>Write the address as host, host:port or https://host:port.</source>
        <translation>地址格式为 host、host:port 或 https://host:port。</translation>
    </message>
    <message>
        <source>Give every variable a name.</source>
        <translation>请为每个变量填写名称。</translation>
    </message>
    <message>
        <source>“%1” is no variable name. Use letters, digits and _, no digit first.</source>
        <translation>“%1”不是有效变量名。可用字母、数字和 _，且不能以数字开头。</translation>
    </message>
    <message>
        <source>Variable %1 is there twice. Remove one.</source>
        <translation>变量 %1 重复，请删除一个。</translation>
    </message>
    <message>
        <source>A value may have at most %1 KiB.</source>
        <translation>变量值最多 %1 KiB。</translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n variables.</source>
        <translation>
            <numerusform>最多 %n 个变量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>请填写模板名称。</translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>Sign in with %1</source>
        <translation>使用%1账号登录</translation>
    </message>
    <message>
        <source>No account here yet?</source>
        <translation>还没有账号？</translation>
    </message>
    <message>
        <source>Sign up</source>
        <translation>注册</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>To the next step</extracomment>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Your rights have changed: the page %1 is closed to you now.</source>
        <translation>您的权限已变更，不能再访问“%1”页面。</translation>
    </message>
</context>
</TS>
