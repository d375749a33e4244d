using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Fields;
using ServicePlatform.Files;
using ServicePlatform.Modules;
using ServicePlatform.Navigation;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Privacy;
using ServicePlatform.Search;
using ServicePlatform.Security;
using ServicePlatform.WorkOrders.Access;
using ServicePlatform.WorkOrders.Clocks;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Controllers;
using ServicePlatform.WorkOrders.History;
using ServicePlatform.WorkOrders.Messages;
using ServicePlatform.WorkOrders.Orders;
using ServicePlatform.WorkOrders.Orders.Fields;
using ServicePlatform.WorkOrders.Orders.Queries;
using ServicePlatform.WorkOrders.Portal;
using ServicePlatform.WorkOrders.Privacy;
using ServicePlatform.WorkOrders.Queries;
using ServicePlatform.WorkOrders.Requests;
using ServicePlatform.WorkOrders.Requests.Queries;
using ServicePlatform.WorkOrders.Visits;
using ServicePlatform.WorkOrders.Visits.Queries;

namespace ServicePlatform.WorkOrders;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IPersonalRecords, OrdersPersonalRecords>();
        services.AddScoped<JobWords>();
        services.AddScoped<IRetention, PositionRetention>();
        services.AddScoped<IRetention, JobRetention>();
        services.AddScoped<ICustomerPurpose, JobPurpose>();
        services.AddScoped<IAuditThings, JobThings>();
        services.AddScoped<IPersonalSubjects, OrdersPersonalRecords>();
        services.AddScoped<IPersonalColumns, OrdersPersonalColumns>();
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Navigation>();
        services.AddScoped<IHomePage, LateHome>();
        services.AddScoped<IHomePage, OutletHome>();
        services.AddScoped<IHomePage, DispatchHome>();
        services.AddScoped<IHomePage, ReviewHome>();
        services.AddScoped<IHomePage, RequestsHome>();
        services.AddScoped<IHomePage, FieldHome>();
        services.AddScoped<IHomePage, LookingHome>();
        services.AddScoped<TimeSlots>();
        services.AddScoped<OrderScreens>();
        services.AddScoped<ISearchSource, JobPalette>();
        services.AddScoped<ICustomFieldSubject, OrderFields>();
        services.AddScoped<IFileAccess, VisitFileAccess>();
        services.AddScoped<ICustomerCard, OpenJobsCard>();
        services.AddScoped<IProcedureImpact, ProcedureImpact>();
        services.AddScoped<IOpenWork, OpenWork>();
        services.AddScoped<IOrderReader, OrderReader>();
        services.AddScoped<IRequestReader, RequestReader>();
        services.AddScoped<ICustomerOrderReader, CustomerOrderReader>();
        services.AddScoped<IWorkOrderTexts, WorkOrderTexts>();
        AddUseCases(services);
        AddReading(services);
    }

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<Journal>();
        services.AddScoped<JobAccess>();
        services.AddScoped<IntakeDesk>();
        services.AddScoped<PromiseMaker>();
        services.AddScoped<RequestSubjects>();
        services.AddScoped<RequestMaker>();
        services.AddScoped<RequestDecisions>();
        services.AddScoped<Jobs>();
        services.AddScoped<OrderMaker>();
        services.AddScoped<OrderEnds>();
        services.AddScoped<OutletNames>();
        services.AddScoped<Diaries>();
        services.AddScoped<FieldDesk>();
        services.AddScoped<DeviceRecords>();
        services.AddScoped<CustomerMessages>();
    }

    private static void AddReading(IServiceCollection services)
    {
        services.AddScoped<SiteDay>();
        services.AddScoped<JobNames>();
        services.AddScoped<JobContacts>();
        services.AddScoped<JobSearch>();
        services.AddScoped<MachineViews>();
        services.AddScoped<OrderHeads>();
        services.AddScoped<AssignmentViews>();
        services.AddScoped<Refusals>();
        services.AddScoped<OutletFigures>();
        services.AddScoped<VisitViews>();
        services.AddScoped<MyVisits>();
        services.AddScoped<DayRows>();
        services.AddScoped<CustomerOrders>();
        services.AddScoped<CustomerTimeline>();
    }
}
