using ServicePlatform.Sites;

namespace ServicePlatform.MigrationWriter;

internal sealed class NoClock : IClock
{
    public DateTime UtcNow => DateTime.UnixEpoch;
}
