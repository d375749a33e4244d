namespace ServicePlatform.Definitions;

/// <summary>The products that a definition is for; null parts mean all.</summary>
/// <param name="CategoryCode">Code of the category: <c>water-purifier</c>.</param>
/// <param name="ModelId">One model.</param>
/// <param name="Serials">Machines of a production run.</param>
public sealed record ProductScope(string? CategoryCode = null, Guid? ModelId = null, SerialRange? Serials = null)
{
    public static ProductScope All { get; } = new();

    /// <summary>A more specific scope is the lower layer of two of the same owner.</summary>
    internal int Specificity => (Serials is null ? 0 : 4) + (ModelId is null ? 0 : 2) + (CategoryCode is null ? 0 : 1);

    /// <summary>True where one machine can be in both.</summary>
    public bool Overlaps(ProductScope other) =>
        (CategoryCode is null || other.CategoryCode is null || CategoryCode == other.CategoryCode)
        && (ModelId is null || other.ModelId is null || ModelId == other.ModelId)
        && (Serials is null || other.Serials is null || Serials.Overlaps(other.Serials));
}

/// <summary>Serial numbers of one length from the first to the last, both included; capitals and small letters are the same.</summary>
public sealed record SerialRange(string First, string Last)
{
    /// <summary>False where the ends differ in length or are the wrong way round; such a range holds no serial.</summary>
    public bool IsSound => First.Length > 0 && First.Length == Last.Length && Compare(First, Last) <= 0;

    public bool Contains(string serial) =>
        IsSound && serial.Length == First.Length && Compare(First, serial) <= 0 && Compare(serial, Last) <= 0;

    public bool Overlaps(SerialRange other) =>
        IsSound && other.IsSound && First.Length == other.First.Length
        && Compare(First, other.Last) <= 0 && Compare(other.First, Last) <= 0;

    /// <summary>First serial of what two overlapping ranges share; null stands for all serials.</summary>
    internal static string? FirstInBoth(SerialRange? one, SerialRange? other) =>
        one is null || (other is not null && Compare(one.First, other.First) < 0) ? other?.First : one.First;

    private static int Compare(string one, string other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase);
}
