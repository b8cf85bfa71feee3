<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
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
    <name>DeviceBar</name>
    <message>
        <source>of %1 available</source>
        <translation>可用，共 %1</translation>
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
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>For images that need a sign-in. Address, username and password, or none of them.</source>
        <translation>用于需要登录的镜像。地址、用户名和密码须全部填写，或全部留空。</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>%1 (%2 / %3 to use)</source>
        <translation>%1（可用 %2 / 上限 %3）</translation>
    </message>
    <message numerus="yes">
        <source>× %1 = %n device(s)</source>
        <translation>
            <numerusform>× %1 = %n 个设备</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are free for you now. 0 is a job without devices.</source>
        <translation>你现在可用 %1 个，上限 %2 个。0 表示不使用设备。</translation>
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
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The keyring does not answer, so you will be asked for your password at the next start.</source>
        <translation>密钥环没有响应，下次启动时需要重新输入密码。</translation>
    </message>
    <message>
        <source>Quit without submitting?</source>
        <translation>不提交就退出？</translation>
    </message>
    <message>
        <source>The job you began to write will be lost.</source>
        <translation>正在填写的任务将会丢失。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>You still have the password made at the first start.</source>
        <translation>你仍在使用首次启动时生成的密码。</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Sign out without submitting?</source>
        <translation>不提交就退出登录？</translation>
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
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
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
        <source>Jobs</source>
        <extracomment>A column: the jobs on a node</extracomment>
        <translation>任务</translation>
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
    <name>PriorityDelegate</name>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
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
    <name>SideMenu</name>
    <message>
        <source>This page is open</source>
        <translation>当前页面</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in to Berth</source>
        <translation>登录 Berth</translation>
    </message>
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
        <source>Add a server…</source>
        <translation>添加服务器…</translation>
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
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
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
        <source>Change password…</source>
        <translation>修改密码…</translation>
    </message>
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
        <source>Virtual cluster</source>
        <translation>虚拟集群</translation>
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
</context>
</TS>
