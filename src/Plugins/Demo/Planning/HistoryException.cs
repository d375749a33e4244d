namespace ServicePlatform.Demo.Planning;

/// <summary>The history cannot be played: the material does not suffice, or the rules do not agree with it.</summary>
internal class HistoryException(string message) : Exception(message);
