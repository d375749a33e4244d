namespace ServicePlatform.IntegrationTests.WorkOrders;

internal sealed partial class OrderScene
{
    private const string Recipe = """
    { "steps": [
      { "name": "principals", "principals": [ { "code": "aqua", "name": "清泉" }, { "code": "pure", "name": "净源" } ] },
      { "name": "categories", "categories": [ { "code": "water-purifier", "name": "净水机", "englishName": "Water purifier", "attributes": [] } ] },
      { "name": "models", "models": [
        { "principal": "aqua", "code": "ro-400", "name": "清泉 RO-400", "category": "water-purifier", "pressureMinimum": 0.1, "pressureMaximum": 0.4,
          "filters": [
            { "partCode": "PP-10", "name": "PP棉", "kind": "Sediment", "lifeDays": 180 },
            { "partCode": "RO-400M", "name": "RO膜", "kind": "ReverseOsmosis", "lifeDays": 730 } ] },
        { "principal": "pure", "code": "ro-400", "name": "净源 RO-400", "category": "water-purifier",
          "filters": [ { "partCode": "P-PP", "name": "PP棉", "kind": "Sediment", "lifeDays": 180 } ] } ] },
      { "name": "organisations", "organisations": [
        { "code": "hq", "name": "总部", "kind": "HeadOffice", "principals": [ "aqua", "pure" ], "children": [
          { "code": "da", "name": "甲经销商", "kind": "OperationCentre", "ownership": "Dealer", "principals": [ "aqua", "pure" ], "children": [
            { "code": "a1", "name": "甲一网点", "kind": "Outlet", "ownership": "Dealer", "phone": "01088881234", "principals": [ "aqua", "pure" ],
              "areas": [ { "principal": "aqua", "categories": [ "water-purifier" ], "divisions": [ "110105" ] } ] } ] },
          { "code": "db", "name": "乙经销商", "kind": "OperationCentre", "ownership": "Dealer", "principals": [ "aqua" ], "children": [
            { "code": "b1", "name": "乙一网点", "kind": "Outlet", "ownership": "Dealer", "principals": [ "aqua" ],
              "areas": [ { "principal": "aqua", "categories": [ "water-purifier" ], "divisions": [ "110105" ] } ] } ] } ] } ] },
      { "name": "technicians", "technicians": [
        { "code": "T-A", "name": "李强", "phone": "13900000001", "organisation": "a1", "skills": [ "water-purifier.install", "water-purifier.repair" ],
          "account": { "userName": "li.qiang", "password": "Water-2026-pure" } },
        { "code": "T-B", "name": "王勇", "phone": "13900000002", "organisation": "b1", "skills": [ "water-purifier.install" ],
          "account": { "userName": "wang.yong", "password": "Water-2026-pure" } } ] },
      { "name": "procedures",
        "procedures": [
          { "code": "install", "layer": "brand", "principal": "aqua", "category": "water-purifier", "jobTypes": [ "install" ],
            "title": { "zh": "安装", "en": "Installation" },
            "steps": [
              { "code": "pressure", "section": "Workplace", "kind": "Reading", "isMandatory": true, "reading": "InletPressure", "unit": "MPa",
                "title": { "zh": "测水压", "en": "Measure the pressure" }, "remedy": { "zh": "加装减压阀", "en": "Fit a reducing valve" } },
              { "code": "mount", "section": "Installation", "kind": "Tick", "isMandatory": true, "title": { "zh": "固定主机", "en": "Mount" } },
              { "code": "flush-1", "section": "Commissioning", "kind": "Flush", "isMandatory": true, "flushPosition": 1, "minimumMinutes": 5,
                "title": { "zh": "冲洗第一级", "en": "Flush stage 1" } },
              { "code": "photo", "section": "Inspection", "kind": "Photo", "isMandatory": true, "photoAngle": { "zh": "正面", "en": "Front" },
                "title": { "zh": "正面照片", "en": "Photo of the front" } },
              { "code": "sign", "section": "Finishing", "kind": "Signature", "isMandatory": true, "title": { "zh": "客户签字", "en": "Signature" } } ] } ],
        "dealerLayers": [
          { "dealer": "da", "procedure": "install", "steps": [
            { "code": "shoes", "change": "Add", "section": "Workplace", "kind": "Tick", "isMandatory": true, "title": { "zh": "穿鞋套", "en": "Shoe covers" } },
            { "code": "card", "change": "Add", "section": "Finishing", "kind": "Tick", "isMandatory": true, "title": { "zh": "留服务卡", "en": "Leave the card" } } ] } ] },
      { "name": "message-templates" }
    ] }
    """;

    /// <summary>A drawn signature: a PNG of one point.</summary>
    public static MemoryStream Signature() =>
        new(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));

    /// <summary>A small JPEG; another shade is another picture.</summary>
    public static MemoryStream Photo(byte shade) => new(
    [
        0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x0B, 8, 0, 30, 0, 40, 1, 1, 0x11, 0, 0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 63, 0, 0x12, shade, 0xFF, 0xD9,
    ]);
}
