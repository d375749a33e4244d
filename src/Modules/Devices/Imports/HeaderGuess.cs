using System.Text;
using ServicePlatform.Data;
using ServicePlatform.Fields;

namespace ServicePlatform.Devices.Imports;

/// <summary>Guesses what columns mean from their headers, in Chinese and English.</summary>
internal static class HeaderGuess
{
    private static readonly (ImportColumn Column, string[] Headers)[] Known =
    [
        (ImportColumn.CustomerCode, ["客户编号", "客户编码", "客户代码", "客户号", "会员号", "外部编号", "customercode", "customernumber", "customerno", "customerid", "externalcode", "code"]),
        (ImportColumn.CustomerName, ["客户姓名", "客户名称", "姓名", "名称", "客户", "用户姓名", "联系人", "customername", "customer", "name", "fullname", "contact"]),
        (ImportColumn.Gender, ["性别", "称呼", "gender", "sex", "title"]),
        (ImportColumn.Phone, ["手机", "手机号", "手机号码", "电话", "联系电话", "电话号码", "客户电话", "phone", "mobile", "telephone", "tel", "phonenumber", "cellphone"]),
        (ImportColumn.OtherPhone, ["电话2", "手机2", "备用电话", "其他电话", "第二电话", "phone2", "otherphone", "secondphone", "mobile2"]),
        (ImportColumn.HouseholdSize, ["家庭人口", "家庭人数", "人口", "人数", "householdsize", "household", "people"]),
        (ImportColumn.DivisionCode, ["行政区划", "行政区划代码", "区划代码", "区域代码", "地区代码", "divisioncode", "division", "areacode"]),
        (ImportColumn.Address, ["地址", "详细地址", "客户地址", "安装地址", "家庭地址", "address", "fulladdress", "street", "installationaddress"]),
        (ImportColumn.Compound, ["小区", "小区名称", "楼盘", "compound", "community", "estate"]),
        (ImportColumn.AddressDetail, ["门牌", "门牌号", "楼号", "房号", "单元房号", "room", "unit", "addressdetail", "building"]),
        (ImportColumn.CustomerNote, ["客户备注", "备注", "customernote", "note", "remark", "remarks"]),
        (ImportColumn.Serial, ["机身号", "机身码", "序列号", "机器编号", "产品编号", "条码", "serial", "serialnumber", "serialno", "sn"]),
        (ImportColumn.ModelCode, ["型号", "产品型号", "型号代码", "机型", "model", "modelcode", "product"]),
        (ImportColumn.CategoryCode, ["类别", "产品类别", "品类", "category", "categorycode"]),
        (ImportColumn.Maker, ["品牌", "机身品牌", "厂家", "厂商", "maker", "brand", "manufacturer"]),
        (ImportColumn.SoldOn, ["销售日期", "购买日期", "购机日期", "出售日期", "soldon", "saledate", "dateofsale", "purchasedate", "purchased"]),
        (ImportColumn.SaleChannel, ["销售渠道", "渠道", "购买渠道", "saleschannel", "salechannel", "channel"]),
        (ImportColumn.InstalledOn, ["安装日期", "装机日期", "安装时间", "installedon", "installationdate", "installdate", "dateofinstallation", "installed"]),
        (ImportColumn.LitresPerDay, ["日饮水量", "日用水量", "litresperday", "litersperday", "litresaday"]),
        (ImportColumn.MachineNote, ["机器备注", "设备备注", "machinenote"]),
    ];

    /// <summary>Each meaning goes to the first column that fits; a whole header before one with words added.</summary>
    /// <param name="headers">Of the file.</param>
    /// <param name="fields">The site's own, by what their columns mean; found by code or name where nothing else fits.</param>
    public static ColumnMap Of(IReadOnlyList<string> headers, IReadOnlyDictionary<string, CustomField> fields)
    {
        var plain = headers.Select(Plain).ToList();
        var places = new Dictionary<ImportColumn, int>();
        foreach (var (column, known) in Known)
        {
            var place = plain.FindIndex(header => known.Contains(header, StringComparer.Ordinal) && !places.ContainsValue(plain.IndexOf(header)));
            if (place >= 0)
            {
                places[column] = place;
            }
        }

        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (meaning, field) in fields)
        {
            string[] names = [Plain(field.Code), Plain(field.Name), Plain(field.EnglishName ?? field.Name), Plain(meaning)];
            var place = plain.FindIndex(header => header.Length > 0 && names.Contains(header, StringComparer.Ordinal));
            if (place >= 0 && !places.ContainsValue(place) && !own.ContainsValue(place))
            {
                own[meaning] = place;
            }
        }

        return new ColumnMap(places, own);
    }

    /// <summary>Without case, blanks, signs and what stands in brackets: 'Phone (mobile)*' is phone.</summary>
    private static string Plain(string header)
    {
        var folded = UnicodeText.Normalized(header, NormalizationForm.FormKC).ToLowerInvariant();
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        var kept = bracket > 0 ? folded[..bracket] : folded;
        return string.Concat(kept.Where(char.IsLetterOrDigit));
    }
}
