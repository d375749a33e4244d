using System.Text;

namespace ServicePlatform.IntegrationTests.BadInput;

/// <summary>A few bytes and then one character again and again, without memory for them.</summary>
internal sealed class RunOf(char character, string start, long length) : Stream
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes(start);
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _start.Length + length;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, Length - _position);
        buffer.AsSpan(offset, read).Fill((byte)character);
        for (var index = 0; index < read && _position + index < _start.Length; index++)
        {
            buffer[offset + index] = _start[_position + index];
        }

        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
