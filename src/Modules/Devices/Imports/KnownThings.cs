using ServicePlatform.Crm.Contracts;

namespace ServicePlatform.Devices.Imports;

/// <summary>What the site already knows of the things that a file names.</summary>
/// <param name="Customers">By the key of their rows.</param>
/// <param name="Ambiguous">Keys that fit several customers.</param>
/// <param name="Standing">Those customers as they stand.</param>
/// <param name="OwnersBySerial">Customer of each machine with one of the file's serials.</param>
/// <param name="Traits">Traits of the machines without a serial, by customer.</param>
/// <param name="Models">Codes of models by what people call them: code or name.</param>
/// <param name="Fields">Values of the site's own fields of those customers, by code, where the file has some.</param>
/// <param name="Categories">Codes of categories by code or name.</param>
internal sealed record KnownThings(
    IReadOnlyDictionary<string, Guid> Customers,
    IReadOnlySet<string> Ambiguous,
    IReadOnlyDictionary<Guid, SaveCustomer> Standing,
    IReadOnlyDictionary<string, Guid> OwnersBySerial,
    IReadOnlyDictionary<Guid, IReadOnlySet<string>> Traits,
    IReadOnlyDictionary<string, string> Models,
    IReadOnlyDictionary<string, string> Categories,
    IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>? Fields = null);
