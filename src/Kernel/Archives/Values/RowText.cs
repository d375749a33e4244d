using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServicePlatform.Data.Providers;

namespace ServicePlatform.Archives.Values;

/// <summary>
/// A row as one JSON array, the same whatever database it comes from: times in UTC to the microsecond, identifiers in lower case,
/// bytes in base 64, enumerations as they are stored.
/// </summary>
internal sealed class RowText(LoadedTable table) : IDisposable
{
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ss.ffffff";

    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Valid until the next call.</summary>
    public ReadOnlyMemory<byte> Write(object?[] values)
    {
        _line.ResetWrittenCount();
        _writer.Reset(_line);
        _writer.WriteStartArray();
        foreach (var value in values)
        {
            Write(value);
        }

        _writer.WriteEndArray();
        _writer.Flush();
        return _line.WrittenMemory;
    }

    /// <exception cref="FormatException">It is no row of this table.</exception>
    public void Read(ReadOnlySpan<byte> line, object?[] values)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            var isRow = reader.Read() && reader.TokenType == JsonTokenType.StartArray;
            for (var index = 0; isRow && index < values.Length; index++)
            {
                isRow = reader.Read() && reader.TokenType != JsonTokenType.EndArray;
                values[index] = isRow ? Read(ref reader, table.Columns[index].Type) : null;
            }

            if (!isRow || !reader.Read() || reader.TokenType != JsonTokenType.EndArray || reader.Read())
            {
                throw new FormatException("It has another number of values.");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    public void Dispose() => _writer.Dispose();

    private void Write(object? value)
    {
        Span<char> text = stackalloc char[40];
        switch (value)
        {
            case null:
                _writer.WriteNullValue();
                break;
            case string words:
                _writer.WriteStringValue(words);
                break;
            case Guid id:
                _writer.WriteStringValue(id);
                break;
            case int number:
                _writer.WriteNumberValue(number);
                break;
            case long number:
                _writer.WriteNumberValue(number);
                break;
            case bool flag:
                _writer.WriteBooleanValue(flag);
                break;
            case double number when double.IsFinite(number):
                _writer.WriteNumberValue(number == 0 ? 0 : number);
                break;
            case double number:
                _writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                time.TryFormat(text, out var length, TimeForm, CultureInfo.InvariantCulture);
                _writer.WriteStringValue(text[..length]);
                break;
            case DateTimeOffset moment:
                moment.UtcDateTime.TryFormat(text, out var count, TimeForm, CultureInfo.InvariantCulture);
                _writer.WriteStringValue(text[..count]);
                break;
            case DateOnly date:
                _writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TimeOnly clock:
                _writer.WriteStringValue(clock.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                _writer.WriteBase64StringValue(bytes);
                break;
            default:
                throw new NotSupportedException($"An archive has no form for {value.GetType()}.");
        }
    }

    private static object? Read(ref Utf8JsonReader reader, Type type) =>
        reader.TokenType == JsonTokenType.Null ? null
        : type == typeof(string) ? reader.GetString()
        : type == typeof(Guid) ? reader.GetGuid()
        : type == typeof(int) ? reader.GetInt32()
        : type == typeof(long) ? reader.GetInt64()
        : type == typeof(bool) ? reader.GetBoolean()
        : type == typeof(double) ? reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : double.Parse(reader.GetString()!, CultureInfo.InvariantCulture)
        : type == typeof(DateTime) ? Time(reader.GetString()!)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(Time(reader.GetString()!))
        : type == typeof(DateOnly) ? DateOnly.ParseExact(reader.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : type == typeof(TimeOnly) ? TimeOnly.ParseExact(reader.GetString()!, "HH:mm:ss.ffffff", CultureInfo.InvariantCulture)
        : reader.GetBytesFromBase64();

    private static DateTime Time(string text) =>
        DateTime.ParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
