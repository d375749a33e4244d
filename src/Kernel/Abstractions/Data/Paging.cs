using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace ServicePlatform.Data;

/// <summary>Asks for one page of a list, before or after a place in it.</summary>
/// <param name="Place">Cursor from an earlier page, or null for the first.</param>
/// <param name="Backwards">True to read the page before the place.</param>
/// <param name="Size">Rows a page, 1 to 200.</param>
public sealed record PageRequest(string? Place = null, bool Backwards = false, int Size = 50)
{
    public int Size { get; } = Math.Clamp(Size, 1, 200);
}

/// <summary>A page of a list; cursors are null at its ends.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Previous, string? Next)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new(Items.Select(map).ToList(), Previous, Next);
}

/// <summary>Keyset paging: the cost of a page does not grow with its distance from the start.</summary>
public static class Paging
{
    /// <summary>
    /// Reads a page ordered by <paramref name="key"/> (a time, number or code; never null), then by id.
    /// An unreadable cursor is read as the first page.
    /// </summary>
    public static async Task<Page<T>> ToPageAsync<T, TKey>(
        this IQueryable<T> query,
        Expression<Func<T, TKey>> key,
        Func<T, Guid> id,
        PageRequest request,
        bool descending,
        CancellationToken cancellationToken)
        where T : class
        where TKey : IComparable<TKey>
    {
        var place = Cursor<TKey>.Parse(request.Place);
        var backwards = request.Backwards && place is not null;
        var down = descending != backwards;
        var parameter = key.Parameters[0];
        var idProperty = Expression.Property(parameter, nameof(Entity.Id));
        if (place is not null)
        {
            query = query.Where(Expression.Lambda<Func<T, bool>>(Beyond(key.Body, idProperty, place, down), parameter));
        }

        var byId = Expression.Lambda<Func<T, Guid>>(idProperty, parameter);
        var ordered = down ? query.OrderByDescending(key).ThenByDescending(byId) : query.OrderBy(key).ThenBy(byId);
        var rows = await ordered.Take(request.Size + 1).ToListAsync(cancellationToken);
        var more = rows.Count > request.Size;
        if (more)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        if (backwards)
        {
            rows.Reverse();
        }

        string? CursorOf(T row) => new Cursor<TKey>(KeyOf(row, key), id(row)).ToString();
        var hasPrevious = backwards ? more : place is not null;
        var hasNext = backwards || more;
        return new Page<T>(
            rows,
            hasPrevious && rows.Count > 0 ? CursorOf(rows[0]) : null,
            hasNext && rows.Count > 0 ? CursorOf(rows[^1]) : null);
    }

    /// <summary>Asked for two rows of a page at most: compiling the expression would cost more than the rest of the page.</summary>
    private static TKey KeyOf<T, TKey>(T row, Expression<Func<T, TKey>> key) =>
        key.Body is MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression }
            ? (TKey)property.GetValue(row)!
            : key.Compile(preferInterpretation: true)(row);

    private static BinaryExpression Beyond<TKey>(Expression key, Expression id, Cursor<TKey> place, bool down)
        where TKey : IComparable<TKey>
    {
        // Captured in a holder, so that EF Core sends parameters and reuses one plan.
        var at = Expression.Property(Expression.Constant(place), nameof(Cursor<TKey>.Key));
        var atId = Expression.Property(Expression.Constant(place), nameof(Cursor<TKey>.Id));
        var zero = Expression.Constant(0);
        var keyOrder = Expression.Call(key, typeof(TKey).GetMethod(nameof(IComparable.CompareTo), [typeof(TKey)])!, at);
        var idOrder = Expression.Call(id, typeof(Guid).GetMethod(nameof(Guid.CompareTo), [typeof(Guid)])!, atId);
        var keyBeyond = down ? Expression.LessThan(keyOrder, zero) : Expression.GreaterThan(keyOrder, zero);
        var keyUpTo = down ? Expression.LessThanOrEqual(keyOrder, zero) : Expression.GreaterThanOrEqual(keyOrder, zero);
        var idBeyond = down ? Expression.LessThan(idOrder, zero) : Expression.GreaterThan(idOrder, zero);

        // key <= k AND (key < k OR id < i): the first part bounds the index range.
        return Expression.AndAlso(keyUpTo, Expression.OrElse(keyBeyond, idBeyond));
    }

    private sealed record Cursor<TKey>(TKey Key, Guid Id)
        where TKey : IComparable<TKey>
    {
        public override string ToString()
        {
            var text = Key is DateTime time
                ? time.Ticks.ToString(CultureInfo.InvariantCulture)
                : Convert.ToString(Key, CultureInfo.InvariantCulture);
            return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Id:N}{text}")).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        }

        public static Cursor<TKey>? Parse(string? text)
        {
            if (string.IsNullOrEmpty(text) || text.Length > 400)
            {
                return null;
            }

            try
            {
                var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
                var plain = Encoding.UTF8.GetString(Convert.FromBase64String(padded));
                if (plain.Length < 32 || !Guid.TryParseExact(plain[..32], "N", out var id))
                {
                    return null;
                }

                var rest = plain[32..];
                if (rest.Any(char.IsControl))
                {
                    return null;
                }

                object key = typeof(TKey) == typeof(DateTime) ? new DateTime(long.Parse(rest, CultureInfo.InvariantCulture), DateTimeKind.Utc)
                    : typeof(TKey) == typeof(DateOnly) ? DateOnly.Parse(rest, CultureInfo.InvariantCulture)
                    : Convert.ChangeType(rest, typeof(TKey), CultureInfo.InvariantCulture);
                return new Cursor<TKey>((TKey)key, id);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException or ArgumentException)
            {
                return null;
            }
        }
    }
}
