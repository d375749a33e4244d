using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Modules;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Recipes;
using ServicePlatform.WorkOrders.Contracts;

[assembly: Module("Try", floor: 100, Dependencies = ["WorkOrders"])]

namespace ServicePlatform.Try;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IRecipeStep, TryStep>();
}

internal sealed class TryStep(ISender sender, IPrincipalReader principals, ICustomerReader customers, ISiteDb db) : IRecipeStep
{
    public string Name => "try";

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var principal = (await principals.ListAsync(cancellationToken)).First(p => p.Code == "qingquan").Id;
        string[] names = ["张丽华", "刘建国", "陈思远", "王秀英", "孙宏伟", "赵雅琴", "周明", "吴桂兰", "郑海涛", "冯晓燕"];
        string[] faults = ["净水器接头处漏水，橱柜底板已湿", "出水很慢，水龙头滴水", "机器报警灯亮红色", "换滤芯", "新买的净水器要安装", "机器噪音很大，晚上影响休息", "出水有异味", "水压不足，不制水", "移机到新厨房", "想测一下水质"];
        string[] jobs = [JobTypes.Repair, JobTypes.Repair, JobTypes.Repair, JobTypes.FilterChange, JobTypes.Install, JobTypes.Repair, JobTypes.Repair, JobTypes.Repair, JobTypes.Relocation, JobTypes.WaterTest];
        for (var i = 0; i < names.Length; i++)
        {
            var saved = await sender.SendAsync(new SaveCustomer(null, principal, CustomerKind.Person, names[i], i % 2 == 0 ? Gender.Female : Gender.Male,
                [new PhoneInput($"1380013{5500 + i}")],
                [new AddressInput(null, i == 7 ? "131082" : "110105", "望和嘉园", "广顺北大街", $"{i + 1}号楼2单元{i + 3}01", new Geography.GeoPoint(40.0045, 116.4715, Geography.Datum.Gcj02))],
                IsElderly: i == 3), cancellationToken);
            if (!saved.Succeeded) return context.Failed(saved.Failure.Code + string.Join(';', saved.Failure.Fields.Select(f => f.Field + f.Code + f.Message)));
            await db.SaveAsync(cancellationToken);
            var address = (await customers.AddressesOfAsync([saved.Value], cancellationToken)).FirstOrDefault()?.Id;
            Guid? machine = null;
            var today = DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(Environment.TickCount64 * 0).AddYears(0)).AddDays((DateTimeOffset.Now - DateTimeOffset.UnixEpoch).Days);
            for (var m = 0; m < (i == 0 ? 2 : 1); m++)
            {
                var made = await sender.SendAsync(new RegisterMachine(principal, saved.Value, address, m == 1 ? "QQ-R800" : "QQ-R400", null, $"QQ400240918{i:000}{m:000}",
                    today.AddDays(-400), i == 4 ? null : today.AddDays(-30 * (i + 3)), null), cancellationToken);
                if (!made.Succeeded) return context.Failed("machine " + made.Failure.Code + string.Join(';', made.Failure.Fields.Select(f => f.Field + f.Code + f.Message)));
                machine ??= made.Value;
            }
            await db.SaveAsync(cancellationToken);
            var request = await sender.SendAsync(new RecordRequest(saved.Value, machine, address, i % 3 == 0 ? Channels.Phone : Channels.WeChat, jobs[i], faults[i],
                i == 0 ? Urgency.Emergency : i == 5 ? Urgency.Urgent : Urgency.Normal), cancellationToken);
            if (!request.Succeeded) return context.Failed("request " + request.Failure.Code + string.Join(';', request.Failure.Fields.Select(f => f.Field + f.Code + f.Message)));
            await db.SaveAsync(cancellationToken);
        }
        return Result.Done;
    }
}
