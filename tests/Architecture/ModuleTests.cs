using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Modules;

namespace ServicePlatform.ArchitectureTests;

public sealed class ModuleTests
{
    [Fact]
    public void A_module_references_lower_floors_only()
    {
        var wrong =
            from module in Product.Modules
            from reference in module.GetReferencedAssemblies()
            let other = Product.Modules.SingleOrDefault(candidate => candidate.GetName().Name == reference.Name)
            where other is not null && Product.Manifest(other)!.Floor >= Product.Manifest(module)!.Floor && Product.Manifest(module)!.Floor > 0
            select $"{module.GetName().Name} -> {reference.Name}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_module_sees_of_the_kernel_the_abstractions_only()
    {
        var wrong =
            from module in Product.Modules.Where(module => Product.Manifest(module)!.Floor > 0)
            from reference in module.GetReferencedAssemblies()
            where reference.Name is "ServicePlatform.Kernel" or "ServicePlatform.Data" or "ServicePlatform.Screens" or "MediatR"
            select $"{module.GetName().Name} -> {reference.Name}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_module_shows_is_its_contracts()
    {
        var wrong =
            from module in Product.Modules.Where(module => Product.Manifest(module)!.Floor > 0)
            from type in module.GetExportedTypes()
            where !(type.Namespace ?? "").Contains(".Contracts", StringComparison.Ordinal)
                && !type.IsSubclassOf(typeof(StartupBase))
                && !typeof(ITagHelper).IsAssignableFrom(type)
                && !type.IsSubclassOf(typeof(ViewComponent))
            select type.FullName;

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_class_of_a_module_is_sealed()
    {
        var wrong =
            from module in Product.Modules
            from type in module.GetTypes()
            where type is { IsClass: true, IsAbstract: false, IsSealed: false, IsNested: false }
                && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
                && !type.FullName!.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
                && !Product.Modules.SelectMany(other => other.GetTypes()).Any(derived => derived.BaseType == type)
            select type.FullName;

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_kept_in_static_fields_that_change()
    {
        var wrong =
            from assembly in Product.Assemblies
            from type in assembly.GetTypes()
            where type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null && !type.Name.StartsWith('<')
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsInitOnly && !field.IsLiteral
                && field.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
                && !field.Name.StartsWith('<')
            select $"{type.FullName}.{field.Name}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_migration_has_an_id_that_sorts_by_day_and_floor()
    {
        var wrong =
            from assembly in Product.Assemblies
            from type in assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration)))
            let id = type.GetCustomAttribute<MigrationAttribute>()?.Id ?? ""
            where id.Length < 15 || !id.Take(8).All(char.IsAsciiDigit) || id[8] != '_' || !id.Skip(9).Take(4).All(char.IsAsciiDigit)
            select type.FullName;

        wrong.ShouldBeEmpty();
    }
}
