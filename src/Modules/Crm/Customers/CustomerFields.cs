using ServicePlatform.Fields;

namespace ServicePlatform.Crm.Customers;

/// <summary>Customers may have fields of the site's own.</summary>
internal sealed class CustomerFields : ICustomFieldSubject
{
    public string Kind => Customer.SubjectKind;

    public int Order => 10;
}
