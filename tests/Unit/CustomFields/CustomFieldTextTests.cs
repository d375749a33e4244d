using ServicePlatform.Fields;

namespace ServicePlatform.UnitTests.CustomFields;

public sealed class CustomFieldTextTests
{
    private static readonly CustomField Field = new(
        Guid.NewGuid(), "customer", "x", "进水方式", "Inlet", CustomFieldType.Text, null, false, true, [new("c1", "市政", "Mains"), new("c2", "井水", null)], 0.1, 0.6, "MPa");

    [Theory]
    [InlineData(CustomFieldType.Text, "  合同 7 ", "合同 7")]
    [InlineData(CustomFieldType.Number, "0.35", "0.35")]
    [InlineData(CustomFieldType.Number, "3.5e-1", "0.35")]
    [InlineData(CustomFieldType.Date, "2026/3/8", "2026-03-08")]
    [InlineData(CustomFieldType.Date, "20260308", "2026-03-08")]
    [InlineData(CustomFieldType.Date, "2026年3月8日", "2026-03-08")]
    [InlineData(CustomFieldType.Choice, "c2", "c2")]
    [InlineData(CustomFieldType.Choice, "市政", "c1")]
    [InlineData(CustomFieldType.Choice, "mains", "c1")]
    [InlineData(CustomFieldType.YesNo, "是", "yes")]
    [InlineData(CustomFieldType.YesNo, "FALSE", "no")]
    [InlineData(CustomFieldType.Text, "   ", null)]
    public void What_people_type_is_understood(CustomFieldType type, string typed, string? stored)
    {
        var read = CustomFieldText.Read(Field with { Type = type }, typed);

        read.Succeeded.ShouldBeTrue();
        read.Value.ShouldBe(stored);
    }

    [Theory]
    [InlineData(CustomFieldType.Number, "abc", "kernel.field-number")]
    [InlineData(CustomFieldType.Number, "NaN", "kernel.field-number")]
    [InlineData(CustomFieldType.Number, "1e999", "kernel.field-number")]
    [InlineData(CustomFieldType.Number, "0.05", "kernel.field-least")]
    [InlineData(CustomFieldType.Number, "0.7", "kernel.field-most")]
    [InlineData(CustomFieldType.Date, "2026-02-30", "kernel.field-date")]
    [InlineData(CustomFieldType.Date, "8.3.", "kernel.field-date")]
    [InlineData(CustomFieldType.Choice, "河水", "kernel.field-choice")]
    [InlineData(CustomFieldType.YesNo, "maybe", "kernel.field-yes-no")]
    [InlineData(CustomFieldType.Text, "a\u0000b", "kernel.field-characters")]
    public void What_cannot_be_understood_is_refused_at_its_field(CustomFieldType type, string typed, string code)
    {
        var wrong = CustomFieldText.Read(Field with { Type = type }, typed).Failure!.Fields.ShouldHaveSingleItem();

        wrong.Field.ShouldBe("CustomFields[x]");
        wrong.Code.ShouldBe(code);
    }

    [Fact]
    public void A_required_field_is_missed_and_a_long_text_too_long()
    {
        CustomFieldText.Read(Field with { IsRequired = true }, " ").Failure!.Fields[0].Code.ShouldBe("kernel.field-required");
        CustomFieldText.Read(Field, new string('x', 201)).Failure!.Fields[0].Code.ShouldBe("kernel.field-long");
    }

    [Fact]
    public void Days_and_numbers_have_an_order_and_the_others_none()
    {
        CustomFieldText.Order(Field with { Type = CustomFieldType.Date }, "2026-03-08").ShouldBe(new DateOnly(2026, 3, 8).DayNumber);
        CustomFieldText.Order(Field with { Type = CustomFieldType.Number }, "0.35").ShouldBe(0.35);
        CustomFieldText.Order(Field, "0.35").ShouldBeNull();
    }

    [Fact]
    public void Filters_are_read_from_the_address()
    {
        var filters = CustomFilter.Of([new("f.inlet", "c1"), new("f.since.from", "2026-01-01"), new("f.since.until", "2026-06-30"), new("q", "x"), new("f.empty", " ")]);

        filters.ShouldBe([new CustomFilter("inlet", "c1"), new CustomFilter("since", null, "2026-01-01", "2026-06-30")]);
    }
}
