using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Modules;
using ServicePlatform.Phones;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging.Development;

/// <summary>The last messages in the development inbox; the page that shows them exists only where the host runs in Development.</summary>
/// <param name="Phone">As typed; only messages to it, or all.</param>
[Everybody]
internal sealed record ReadInbox(string? Phone) : IQuery<IReadOnlyList<InboxMessage>>;

[OfFeature(Features.Development)]
internal sealed class ReadInboxHandler(ISiteDb db, IHostEnvironment environment) : IQueryHandler<ReadInbox, IReadOnlyList<InboxMessage>>
{
    private const int Shown = 100;

    public async Task<Result<IReadOnlyList<InboxMessage>>> HandleAsync(ReadInbox query, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return Failure.NotFound("messaging.development-only");
        }

        var messages = db.List<InboxMessage>();
        if (!string.IsNullOrWhiteSpace(query.Phone))
        {
            var phone = PhoneNumber.Parse(query.Phone)?.E164 ?? "";
            messages = messages.Where(message => message.To == phone);
        }

        return await messages.OrderByDescending(message => message.At).ThenByDescending(message => message.Id).Take(Shown).ToListAsync(cancellationToken);
    }
}
