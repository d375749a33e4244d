using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;

namespace ServicePlatform.Messaging.Consents;

internal sealed class MarketingConsents(ISiteDb db) : IMarketingConsents
{
    public async Task<bool> HasAsync(Guid customerId, CancellationToken cancellationToken) =>
        await db.List<MarketingConsent>().Where(consent => consent.CustomerId == customerId)
            .OrderByDescending(consent => consent.At).Select(consent => (bool?)consent.IsGiven).FirstOrDefaultAsync(cancellationToken) ?? false;
}
