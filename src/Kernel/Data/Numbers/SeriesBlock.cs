namespace ServicePlatform.Data.Numbers;

/// <summary>Numbers in a row, both ends included.</summary>
internal readonly record struct NumberBlock(long First, long Last);

/// <summary>What is reserved of one series and month. The caller locks.</summary>
internal sealed class SeriesBlock
{
    private readonly Queue<NumberBlock> _further = [];
    private long _next = 1;
    private long _last;

    public long Left => _last - _next + 1 + _further.Sum(block => block.Last - block.First + 1);

    public void Put(NumberBlock block) => _further.Enqueue(block);

    public long? Take()
    {
        if (_next > _last)
        {
            if (!_further.TryDequeue(out var block))
            {
                return null;
            }

            (_next, _last) = block;
        }

        return _next++;
    }
}
