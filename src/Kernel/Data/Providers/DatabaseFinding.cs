namespace ServicePlatform.Data.Providers;

/// <summary>What was found where a site is to be put.</summary>
public enum DatabaseFinding
{
    /// <summary>Empty, with the right to create tables; or not there yet, with the right to create it.</summary>
    Free,

    /// <summary>The connection string cannot be read, or it names no database.</summary>
    Unreadable,

    /// <summary>No server answers there.</summary>
    Unreachable,

    /// <summary>User name or password are wrong, or the user may not enter.</summary>
    Refused,

    /// <summary>The database is not there and the user may not create it.</summary>
    Missing,

    /// <summary>The user may not create tables.</summary>
    NoRight,

    /// <summary>There are tables of something else.</summary>
    Occupied,

    /// <summary>Another site lives there.</summary>
    OtherSite,

    /// <summary>A move or a restore into it has not come to its end; only another one may begin it anew.</summary>
    Unfinished,
}
