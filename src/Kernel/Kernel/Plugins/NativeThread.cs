using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ServicePlatform.Kernel.Plugins;

/// <summary>Processor time of single threads, as the operating system counts it.</summary>
internal static class NativeThread
{
    /// <summary>The operating system's number of this thread; 0 where it is not known.</summary>
    public static int Current => OperatingSystem.IsLinux() ? GetThreadId() : OperatingSystem.IsWindows() ? (int)GetCurrentThreadId() : 0;

    /// <summary>Processor time by thread number.</summary>
    public static Dictionary<int, TimeSpan> Times()
    {
        var times = new Dictionary<int, TimeSpan>();
        using var process = Process.GetCurrentProcess();
        foreach (var thread in process.Threads.Cast<ProcessThread>())
        {
            using (thread)
            {
                try
                {
                    times[thread.Id] = thread.TotalProcessorTime;
                }
                catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or PlatformNotSupportedException)
                {
                    // It has ended meanwhile.
                }
            }
        }

        return times;
    }

    [DllImport("libc", EntryPoint = "gettid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetThreadId();

    [DllImport("kernel32", EntryPoint = "GetCurrentThreadId")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint GetCurrentThreadId();
}
