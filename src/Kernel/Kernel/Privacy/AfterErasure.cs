using Microsoft.Extensions.Logging;
using ServicePlatform.Data.Files;
using ServicePlatform.Data.Privacy;
using ServicePlatform.Kernel.Pipeline;

namespace ServicePlatform.Kernel.Privacy;

internal sealed class AfterErasure(UnitOfWork work, ContentUse use, ILogger<AfterErasure> logger) : IAfterErasure
{
    public void Delete(IReadOnlyCollection<string> paths) => work.AfterCommit(() =>
    {
        foreach (var path in paths)
        {
            try
            {
                use.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // No row leads to it any more; it must be removed by hand.
                logger.LogError(exception, "The content {Path} of an erased person could not be removed", path);
            }
        }
    });
}
