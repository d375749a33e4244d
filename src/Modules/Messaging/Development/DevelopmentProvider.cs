using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Development;

/// <summary>Puts messages into the development inbox. Refuses where the host does not run in Development, since codes would be kept.</summary>
internal sealed class DevelopmentProvider(ISiteDb db, IClock clock, IHostEnvironment environment) : IMessageProvider
{
    public string Name => "development";

    public async Task<Result<Done>> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return Failure.Conflict("messaging.development-only");
        }

        // The same message delivered again is one message.
        if (!await db.List<InboxMessage>().AnyAsync(known => known.Id == message.Id, cancellationToken))
        {
            db.Set<InboxMessage>().Add(new InboxMessage { Id = message.Id, To = message.To, Text = message.Text, At = clock.UtcNow });
        }

        return Result.Done;
    }
}
