namespace ServicePlatform.Data.Timelines;

/// <summary>The words of facts, from the texts of every module, in the language of the current scope.</summary>
internal interface ITimelineText
{
    /// <summary>The text <c>Timeline.{code}</c> with the values put in; a value that starts with <c>@</c> names a text itself.</summary>
    string Describe(string code, IReadOnlyList<string> values);

    /// <summary>What staff read where a customer has acted.</summary>
    string Customer { get; }
}
