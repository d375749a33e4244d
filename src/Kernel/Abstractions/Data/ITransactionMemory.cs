namespace ServicePlatform.Data;

/// <summary>
/// What was read once in the running transaction, for mass changes that ask for the same small things at every row. Forgotten when the
/// transaction ends; outside of one nothing is kept.
/// </summary>
public interface ITransactionMemory
{
    /// <param name="key">Module first: <c>crm.principals</c>.</param>
    /// <param name="read">Reads what does not change within a transaction that asks for it.</param>
    Task<T> OnceAsync<T>(string key, Func<Task<T>> read);
}
