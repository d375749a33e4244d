namespace ServicePlatform.UnitTests.WorkOrders;

/// <summary>Counts minute by minute what the rules compute in one go; shares nothing with them.</summary>
internal sealed class SlowCalendar(TimeZoneInfo zone, int opensMinute, int closesMinute, IReadOnlyList<(DateTime From, DateTime Until)> pauses)
{
    public int Minutes(DateTime from, DateTime until)
    {
        var count = 0;
        for (var minute = from; minute < until; minute = minute.AddMinutes(1))
        {
            count += Counts(minute) ? 1 : 0;
        }

        return count;
    }

    public DateTime Due(DateTime from, int minutes)
    {
        var minute = from;
        for (var left = minutes; left > 0; minute = minute.AddMinutes(1))
        {
            left -= Counts(minute) ? 1 : 0;
        }

        return minute;
    }

    private bool Counts(DateTime minute)
    {
        foreach (var (from, until) in pauses)
        {
            if (minute >= from && minute < until)
            {
                return false;
            }
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(minute, zone);
        var ofDay = (local.Hour * 60) + local.Minute;
        return opensMinute == closesMinute || (ofDay >= opensMinute && ofDay < closesMinute);
    }
}
