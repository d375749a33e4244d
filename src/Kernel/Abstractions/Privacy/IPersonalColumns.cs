namespace ServicePlatform.Privacy;

/// <summary>
/// Says of a module's tables which columns hold what belongs to a person. Every module with tables has one; a test fails for a column that
/// looks personal and is in neither list.
/// </summary>
public interface IPersonalColumns
{
    /// <summary>What belongs to a customer, and is copied and erased with him (<see cref="IPersonalRecords"/>): <c>Crm_Customers.Name</c>.</summary>
    IReadOnlyCollection<string> OfCustomers { get; }

    /// <summary>What belongs to staff: kept while and after they work here, since what they did must stay attributable.</summary>
    IReadOnlyCollection<string> OfStaff { get; }

    /// <summary>What only looks personal, each with the reason why it is not.</summary>
    IReadOnlyDictionary<string, string> NotPersonal { get; }
}

/// <summary>
/// What a module holds of one customer: it is copied for him and erased at his wish. Every module with columns of customers implements it,
/// and works for customers whom nobody else may see.
/// </summary>
public interface IPersonalRecords
{
    /// <summary>Lower comes first, in copies and in erasing: what refers to others before what they are.</summary>
    int Order { get; }

    /// <summary>Why he cannot be erased now (an open job, a dispute), or null.</summary>
    Task<Commands.Failure?> WhyKeptAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>Everything of him, readable. Files are named with their addresses.</summary>
    Task<IReadOnlyList<PersonalSection>> CopyAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>Removes everything personal in the current transaction. Orders, amounts and stock stay, without him.</summary>
    Task EraseAsync(PersonErasure person, CancellationToken cancellationToken);
}

/// <summary>A part of a copy.</summary>
/// <param name="Name">Stable name in lower case: <c>customer</c>, <c>visits</c>.</param>
/// <param name="Rows">By name of the value; null values are left out.</param>
public sealed record PersonalSection(string Name, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);

/// <summary>Who is erased.</summary>
/// <param name="Phones">His numbers that nobody else has, E.164.</param>
/// <param name="Words">By what he would be found in free text: his name, his numbers as they are written, his addresses.</param>
public sealed record PersonErasure(Guid CustomerId, IReadOnlyList<string> Phones, IReadOnlyList<string> Words);

/// <summary>Removes the traces of a person that the kernel keeps for modules.</summary>
public interface IPersonalTraces
{
    /// <summary>Empties, in the timelines of things that were his, values that name him and all values of facts that hold free text.</summary>
    /// <param name="subjectIds">Things whose timelines are meant.</param>
    /// <param name="words">By what he would be found.</param>
    /// <param name="freeTextCodes">Codes of facts whose values people have typed.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task ClearTimelineAsync(IReadOnlyCollection<Guid> subjectIds, IReadOnlyList<string> words, IReadOnlyCollection<string> freeTextCodes, CancellationToken cancellationToken);

    /// <summary>Deletes files of owners. A content that nobody else uses goes from the disk after the commit.</summary>
    Task DeleteFilesAsync(IReadOnlyCollection<Guid> ownerIds, CancellationToken cancellationToken);

    /// <summary>Owners of this kind that have files; the query may stand inside others.</summary>
    IQueryable<Guid> OwnersOfFiles(string ownerKind);
}

/// <summary>Names the things of a module that are one customer's, for parts of the product that hold something of them without knowing what they are.</summary>
public interface IPersonalSubjects
{
    Task<IReadOnlyList<Guid>> OfCustomerAsync(Guid customerId, CancellationToken cancellationToken);
}
