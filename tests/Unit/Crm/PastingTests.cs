using ServicePlatform.Crm.Pasting;
using ServicePlatform.Network.Divisions;

namespace ServicePlatform.UnitTests.Crm;

public sealed class PastingTests
{
    private static readonly DivisionDirectory Divisions = new(DivisionTable.Load());

    [Theory]
    [InlineData("北京市朝阳区广顺北大街18号望和嘉园6号楼2单元1001", "广顺北大街18号", "望和嘉园", "6号楼2单元1001")]
    [InlineData("北京市朝阳区望京街道阜通东大街12号院3号楼501室", "阜通东大街12号院", null, "3号楼501室")]
    [InlineData("北京朝阳区红军营南路绿荫芳庭9号楼1单元302", "红军营南路", "绿荫芳庭", "9号楼1单元302")]
    [InlineData("河北省廊坊市三河市燕郊镇行宫大街88号", "行宫大街88号", null, null)]
    [InlineData("北京市海淀区万柳华府3栋A座1201", "万柳华府", "万柳华府", "3栋A座1201")]
    [InlineData("北京市朝阳区广渠门外大街8号双和嘉苑二期12号楼", "广渠门外大街8号", "双和嘉苑二期", "12号楼")]
    public void An_address_is_taken_apart(string text, string street, string? compound, string? detail)
    {
        var address = AddressReading.Read(text, Divisions.Recognise(text), []);

        address.DivisionCode.ShouldNotBeNull();
        address.Street.ShouldBe(street);
        address.Compound.ShouldBe(compound);
        address.Detail.ShouldBe(detail);
    }

    [Theory]
    [InlineData("张伟 138 0000 1001 北京市朝阳区广顺北大街18号望和嘉园6号楼2单元1001")]
    [InlineData("北京市朝阳区广顺北大街18号望和嘉园6号楼2单元1001，张伟，13800001001")]
    [InlineData("收货人: 张伟\n手机号码: 13800001001\n所在地区: 北京市朝阳区\n详细地址: 广顺北大街18号望和嘉园6号楼2单元1001")]
    public void A_contact_is_read_in_any_order(string text)
    {
        var contact = ContactReading.Read(text);

        contact.Name.ShouldBe("张伟");
        contact.Phones.Single().E164.ShouldBe("+8613800001001");
        var address = AddressReading.Read(contact.Address!, Divisions.Recognise(contact.Address!), []);
        address.DivisionCode.ShouldBe("110105");
        address.Compound.ShouldBe("望和嘉园");
        address.Detail.ShouldBe("6号楼2单元1001");
    }

    [Fact]
    public void A_known_compound_is_found_whatever_its_name_ends_with()
    {
        const string Text = "北京市海淀区远大路世纪柳岸9号楼3单元1102";

        var address = AddressReading.Read(Text, Divisions.Recognise(Text), ["世纪柳岸", "百旺松庭"]);

        (address.Street, address.Compound, address.Detail).ShouldBe(("远大路", "世纪柳岸", "9号楼3单元1102"));
    }

    [Fact]
    public void Two_numbers_are_two_phones() =>
        ContactReading.Read("李娜 13800001002 010-64701234").Phones.Count.ShouldBe(2);

    [Fact]
    public void A_room_number_is_no_phone() =>
        ContactReading.Read("北京市朝阳区广顺北大街18号望和嘉园6号楼2单元1001").Phones.ShouldBeEmpty();

    [Fact]
    public void Nothing_is_made_up()
    {
        var contact = ContactReading.Read("您好，麻烦尽快上门");

        contact.Phones.ShouldBeEmpty();
        contact.Name.ShouldBeNull();
        Divisions.Recognise(contact.Address ?? "").ShouldBeNull();
    }
}
