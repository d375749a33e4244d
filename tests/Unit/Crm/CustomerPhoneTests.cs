using ServicePlatform.Crm.Customers;
using ServicePlatform.Phones;
using ServicePlatform.Search;

namespace ServicePlatform.UnitTests.Crm;

[Trait("capability", "B12")]
public sealed class CustomerPhoneTests
{
    private readonly Customer _customer = new() { Number = "CU-2611-000001", Name = "张玉林" };

    [Fact]
    public void The_first_phone_is_the_one_that_is_called()
    {
        Set(("138 0000 1001", "本人"), ("010-6470 1234", "家里")).ShouldBeTrue();

        _customer.Phones.Select(phone => phone.Number).ShouldBe(["+8613800001001", "+861064701234"]);
    }

    [Fact]
    public void The_same_phones_again_change_nothing()
    {
        Set(("138 0000 1001", "本人"));

        Set(("+86 138-0000-1001", "本人")).ShouldBeFalse();
    }

    [Fact]
    public void A_phone_keeps_its_row_when_the_order_changes()
    {
        Set(("13800001001", null), ("13800001002", null));
        var second = _customer.Phones[1].Id;

        Set(("13800001002", "妻子"), ("13800001001", null)).ShouldBeTrue();

        _customer.Phones[0].Id.ShouldBe(second);
        _customer.Phones[0].Label.ShouldBe("妻子");
    }

    [Fact]
    public void A_number_that_stands_twice_is_kept_once()
    {
        Set(("13800001001", "本人"), ("138 0000 1001", "微信"));

        _customer.Phones.Single().Label.ShouldBe("本人");
    }

    [Fact]
    public void Every_phone_can_be_searched()
    {
        Set(("13800001001", null), ("13800001002", null));

        _customer.SearchTexts().Count(text => text.Field == SearchField.Phone).ShouldBe(2);
    }

    [Fact]
    public void Without_an_external_code_a_stand_in_is_unique()
    {
        _customer.SetExternalCode(null);
        _customer.ExternalKey.ShouldBe("#CU-2611-000001");

        _customer.SetExternalCode("K-77");
        _customer.ExternalKey.ShouldBe("K-77");
    }

    private bool Set(params (string Number, string? Label)[] phones) =>
        _customer.SetPhones(phones.Select(phone => (PhoneNumber.Parse(phone.Number)!, phone.Label)).ToList(), areConfirmed: true);
}
