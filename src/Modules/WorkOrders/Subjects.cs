using ServicePlatform.Data;

namespace ServicePlatform.WorkOrders;

/// <summary>How this module's things, and those that it grants access to, are named across modules.</summary>
internal static class Subjects
{
    public const string RequestKind = "request";
    public const string OrderKind = "order";
    public const string VisitKind = "visit";

    public static Subject Request(Guid id) => new(RequestKind, id);

    public static Subject Order(Guid id) => new(OrderKind, id);

    public static Subject Visit(Guid id) => new(VisitKind, id);

    public static Subject Customer(Guid id) => new("customer", id);

    public static Subject Machine(Guid id) => new("machine", id);
}
