namespace ServicePlatform.Benchmarks.Bare;

/// <summary>What the bare page calls a member level; it speaks one language.</summary>
public static class BareWords
{
    public static string Level(string code) => code switch
    {
        "vip" => "VIP 会员",
        "gold" => "金卡会员",
        "silver" => "银卡会员",
        _ => "普通会员",
    };
}
