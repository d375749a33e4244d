using Microsoft.EntityFrameworkCore;
using ServicePlatform.Crm.Compounds;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;

namespace ServicePlatform.Crm.Pasting;

/// <summary>Takes addresses apart with what the site knows: divisions and the compounds of the county.</summary>
internal sealed class AddressReader(ISiteDb db, IDivisions divisions)
{
    public async Task<PastedAddress> ReadAsync(string text, CancellationToken cancellationToken)
    {
        var match = divisions.Recognise(text);
        var county = match is { Division.Code.Length: >= 6 } ? match.Division.Code[..6] : "";
        var compounds = await db.List<Compound>().Where(row => row.CountyCode == county).Select(row => row.Name).ToListAsync(cancellationToken);
        return AddressReading.Read(text, match, compounds);
    }

    public bool NamesDivision(string text) => divisions.Recognise(text) is not null;
}
