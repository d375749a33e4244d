using System.Globalization;
using System.Text.RegularExpressions;

namespace ServicePlatform.UnitTests.SqlServer;

/// <param name="Length">Characters or bytes; null for a type without one, -1 for max.</param>
internal sealed record SqlColumn(string Table, string Name, string Type, int? Length, bool IsOptional, string? Collation)
{
    /// <summary>Bytes that it takes in an index key.</summary>
    public int KeyBytes => Type switch
    {
        "nvarchar" => Length is > 0 and var characters ? 2 * characters : int.MaxValue,
        "varbinary" => Length is > 0 and var bytes ? bytes : int.MaxValue,
        "uniqueidentifier" => 16,
        "datetimeoffset" => 10,
        "datetime2" or "bigint" or "float" => 8,
        "int" => 4,
        "date" => 3,
        "time" => 5,
        "bit" => 1,
        _ => throw new InvalidOperationException($"{Table}.{Name}: how long is a key of {Type}?"),
    };
}

/// <param name="IsClustered">The table is kept in its order; primary keys are.</param>
internal sealed record SqlIndex(string Table, string Name, IReadOnlyList<string> Columns, bool IsUnique, bool IsClustered, IReadOnlyList<string> Filled);

internal sealed record SqlForeignKey(string Table, string Name, string Target, bool Cascades);

/// <summary>
/// The tables of a script, as SQL Server would make them. Reads the part of T-SQL that makes tables and nothing else: a statement of
/// another kind, a type or an option that is not known here is an error.
/// </summary>
internal sealed partial class SqlTables
{
    private readonly List<SqlColumn> _columns = [];
    private readonly List<SqlIndex> _indexes = [];
    private readonly List<SqlForeignKey> _foreignKeys = [];
    private readonly List<string> _guarded = [];

    private SqlTables()
    {
    }

    public IReadOnlyList<SqlColumn> Columns => _columns;

    public IReadOnlyList<SqlIndex> Indexes => _indexes;

    public IReadOnlyList<SqlForeignKey> ForeignKeys => _foreignKeys;

    /// <summary>Tables whose rows nobody changes or removes.</summary>
    public IReadOnlyList<string> Guarded => _guarded;

    public static SqlTables Read(string script)
    {
        var tables = new SqlTables();
        foreach (var words in SqlWords.Batches(script))
        {
            while (!words.AtEnd)
            {
                tables.ReadStatement(words);
                while (words.Takes(";"))
                {
                }
            }
        }

        return tables;
    }

    private void ReadStatement(SqlWords words)
    {
        if (words.Takes("IF", "OBJECT_ID", "("))
        {
            words.Next();
            words.Expect(")", "IS", "NULL", "BEGIN");
            ReadStatement(words);
            words.Expect(";", "END");
        }
        else if (words.Takes("CREATE", "TABLE"))
        {
            ReadTable(words);
        }
        else if (words.Takes("CREATE", "UNIQUE", "INDEX"))
        {
            ReadIndex(words, isUnique: true);
        }
        else if (words.Takes("CREATE", "INDEX"))
        {
            ReadIndex(words, isUnique: false);
        }
        else if (words.Takes("INSERT", "INTO"))
        {
            words.Name().ShouldBe("__EFMigrationsHistory");
            words.Names();
            words.Expect("VALUES", "(");
            words.Next();
            words.Expect(",");
            words.Next();
            words.Expect(")");
        }
        else if (words.Takes("EXEC", "("))
        {
            var trigger = Trigger().Match(words.Next());
            trigger.Success.ShouldBeTrue("the only statement that runs another one makes a trigger that refuses");
            _guarded.Add(trigger.Groups["table"].Value);
            words.Expect(")");
        }
        else if (!words.Takes("BEGIN", "TRANSACTION") && !words.Takes("COMMIT"))
        {
            throw words.Error("a statement that makes tables");
        }
    }

    private void ReadTable(SqlWords words)
    {
        var table = words.Name();
        words.Expect("(");
        do
        {
            if (words.Takes("CONSTRAINT"))
            {
                ReadConstraint(words, table);
            }
            else
            {
                ReadColumn(words, table);
            }
        }
        while (words.Takes(","));
        words.Expect(")");
    }

    private void ReadColumn(SqlWords words, string table)
    {
        var (name, type) = (words.Name(), words.Next().ToLowerInvariant());
        int? length = null;
        if (words.Takes("("))
        {
            length = words.Takes("max") ? -1 : int.Parse(words.Next(), CultureInfo.InvariantCulture);
            words.Expect(")");
        }

        var collation = words.Takes("COLLATE") ? words.Next() : null;
        var isOptional = !words.Takes("NOT");
        words.Expect("NULL");
        _columns.Add(new SqlColumn(table, name, type, length, isOptional, collation));
    }

    private void ReadConstraint(SqlWords words, string table)
    {
        var name = words.Name();
        if (words.Takes("FOREIGN", "KEY"))
        {
            words.Names();
            words.Expect("REFERENCES");
            var target = words.Name();
            words.Names();
            var cascades = words.Takes("ON", "DELETE") && !words.Takes("NO", "ACTION");
            if (cascades && !words.Takes("CASCADE") && !words.Takes("SET", "NULL"))
            {
                throw words.Error("what a deletion does");
            }

            _foreignKeys.Add(new SqlForeignKey(table, name, target, cascades));
        }
        else
        {
            var isPrimary = words.Takes("PRIMARY", "KEY");
            if (!isPrimary)
            {
                words.Expect("UNIQUE");
            }

            _indexes.Add(new SqlIndex(table, name, words.Names(), IsUnique: true, isPrimary, []));
        }
    }

    private void ReadIndex(SqlWords words, bool isUnique)
    {
        var name = words.Name();
        words.Expect("ON");
        var (table, columns) = (words.Name(), words.Names());
        var filled = new List<string>();
        if (words.Takes("WHERE"))
        {
            do
            {
                filled.Add(words.Name());
                words.Expect("IS", "NOT", "NULL");
            }
            while (words.Takes("AND"));
        }

        _indexes.Add(new SqlIndex(table, name, columns, isUnique, IsClustered: false, filled));
    }

    [GeneratedRegex(@"^N'CREATE TRIGGER \[\w+\] ON \[(?<table>\w+)\] INSTEAD OF UPDATE, DELETE AS THROW \d+, ''[^']+'', 1;'$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Trigger();
}
