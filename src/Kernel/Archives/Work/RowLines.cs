using System.Buffers;
using System.IO.Pipelines;

namespace ServicePlatform.Archives.Work;

/// <summary>Gives the lines of a part one after the other, none of them longer than a row can be.</summary>
internal sealed class RowLines(Stream content) : IAsyncDisposable
{
    private const int Longest = 64 * 1024 * 1024;

    private readonly PipeReader _reader = PipeReader.Create(content, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
    private byte[] _line = new byte[4096];

    /// <summary>The next line without its end, valid until the next call; null after the last one.</summary>
    /// <exception cref="FormatException">A line has no end.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = result.Buffer.Slice(0, end);
                var length = (int)line.Length;
                if (length > _line.Length)
                {
                    _line = new byte[length * 2];
                }

                line.CopyTo(_line);
                _reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                return _line.AsMemory(0, length);
            }

            if (result.Buffer.Length > Longest || (result.IsCompleted && !result.Buffer.IsEmpty))
            {
                throw new FormatException("A row has no end.");
            }

            if (result.IsCompleted)
            {
                return null;
            }

            _reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    public ValueTask DisposeAsync() => _reader.CompleteAsync();
}
