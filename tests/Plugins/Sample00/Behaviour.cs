using System.Diagnostics.CodeAnalysis;

namespace Sample00;

/// <summary>How this copy of the plugin misbehaves: the file <c>behaviour.txt</c> beside it says so; without one it is good.</summary>
internal static class Behaviour
{
    /// <summary>Held for ever: a leak.</summary>
    private static readonly List<byte[]> Hoard = [];

    private static string Folder => Path.GetDirectoryName(typeof(Behaviour).Assembly.Location)!;

    private static bool HasToStop => File.Exists(Path.Combine(Folder, "stop.txt"));

    public static bool Is(string behaviour) => Path.Combine(Folder, "behaviour.txt") is var file && File.Exists(file) && File.ReadAllText(file).Trim() == behaviour;

    public static void ThrowIf(string behaviour)
    {
        if (Is(behaviour))
        {
            throw new InvalidOperationException("This plugin does it on purpose: " + behaviour);
        }
    }

    /// <summary>Waits until the file <c>stop.txt</c> is there, and does not listen when it is asked to stop.</summary>
    public static async Task HangIfAsync(string behaviour)
    {
        while (Is(behaviour) && !HasToStop)
        {
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>The same, and keeps its thread.</summary>
    public static void BlockIf(string behaviour)
    {
        while (Is(behaviour) && !HasToStop)
        {
            Thread.Sleep(20);
        }
    }

    /// <summary>Writes into the file <c>late.txt</c> whether what it uses still works: its scope should stay as long as it does.</summary>
    public static async Task NoteAsync(Func<Task> use)
    {
        var words = "works";
        try
        {
            await use();
        }
        catch (Exception exception)
        {
            words = exception.GetType().Name;
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, "late.txt.new"), words);
        File.Move(Path.Combine(Folder, "late.txt.new"), Path.Combine(Folder, "late.txt"), overwrite: true);
    }

    /// <summary>Turns in circles until the file <c>stop.txt</c> is there.</summary>
    [SuppressMessage("Performance", "CA1806", Justification = "The work is worth nothing, which is the point.")]
    public static void SpinIf(string behaviour)
    {
        while (Is(behaviour) && !HasToStop)
        {
            for (var turn = 0; turn < 10_000_000; turn++)
            {
                Math.Sqrt(turn);
            }
        }
    }

    public static void LeakIf(string behaviour)
    {
        if (Is(behaviour))
        {
            Hoard.Add(new byte[4 * 1024 * 1024]);
        }
    }
}
