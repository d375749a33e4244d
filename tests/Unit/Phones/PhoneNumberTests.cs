using ServicePlatform.Phones;

namespace ServicePlatform.UnitTests.Phones;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800001234", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("+86 138-0000-1234", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("8613800001234", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("0086 138 0000 1234", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("(010) 8888-1234", "+861088881234", PhoneKind.Landline)]
    [InlineData("（010）88881234", "+861088881234", PhoneKind.Landline)]
    [InlineData("0316-5881234", "+863165881234", PhoneKind.Landline)]
    [InlineData("\u202d138 0000 1234\u202c", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("\u202a+86 138-0000-1234\u202c\u200b", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("１３８００００１２３４", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("＋８６　１３８－００００－１２３４", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("138\u00a00000\u00a01234", "+8613800001234", PhoneKind.Mobile)]
    [InlineData("400-000-1234", "+864000001234", PhoneKind.Hotline)]
    [InlineData("+44 20 7946 0958", "+442079460958", PhoneKind.Foreign)]
    public void Reads_what_people_paste(string typed, string e164, PhoneKind kind) =>
        PhoneNumber.Parse(typed).ShouldBe(new PhoneNumber(e164, kind));

    [Theory]
    [InlineData("12800001234")]
    [InlineData("1380000123")]
    [InlineData("110")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("١٣٨٠٠٠٠١٢٣٤")]
    public void Refuses_what_is_no_number(string typed) => PhoneNumber.Parse(typed).ShouldBeNull();

    [Theory]
    [InlineData("\u202d138 0000 1234\u202c", "138 0000 1234")]
    [InlineData("\u202e文本", "\u202e文本")]
    [InlineData("turned \u202d123\u202c", "turned \u202d123\u202c")]
    [InlineData("\u202d\u202c", "\u202d\u202c")]
    [InlineData("138 0000 1234", "138 0000 1234")]
    public void Unseen_marks_leave_a_number_and_no_other_text(string pasted, string clean) => PastedDigits.Clean(pasted).ShouldBe(clean);

    [Fact]
    public void Shows_and_masks_as_people_read_it()
    {
        PhoneNumber.Display("+8613800001234").ShouldBe("138 0000 1234");
        PhoneNumber.Display("+861088881234").ShouldBe("010 8888 1234");
        PhoneNumber.Display("+863165881234").ShouldBe("0316 588 1234");
        PhoneNumber.Mask("+8613800001234").ShouldBe("138 **** 1234");
    }

    [Theory]
    [InlineData("+8613800001234", "138 **** 1234")]
    [InlineData("+861064701234", "010 **** 1234")]
    [InlineData("+863163111234", "0316 *** 1234")]
    [InlineData("+864000001234", "400 *** 1234")]
    public void A_masked_number_keeps_its_ends(string e164, string masked) => PhoneNumber.Mask(e164).ShouldBe(masked);
}
