use super::{facts, read};
use crate::keys::Says;
use crate::language::Language::{CSharp, Unity};

#[test]
fn attributes_of_properties_are_keys_and_constants() {
    let text = r#"
#nullable enable
namespace Shop.Models.Components
{
    using Newtonsoft.Json;

    /// <summary>[JsonProperty("not_a_key")]</summary>
    [Obsolete("It's \"old\"")]
    public class Order : Base<Order>
    {
        [JsonProperty("_id"), Required]
        public string Id { get; set; } = default!;

        [JsonProperty(PropertyName = "zip-code", NullValueHandling = NullValueHandling.Include)]
        public Dictionary<string, List<byte[]>>? @ZipCode { get; set; }

        [JsonProperty("kind")]
        public string Kind { get; } = "order";

        [JsonProperty("rank")]
        public double Rank { get; } = -1.5D;

        [JsonProperty("size")]
        public long? Size { get; set; } = 20;

        // In C#, a property cannot be called like its class.
        [JsonProperty("order")]
        public string OrderValue { get; set; } = @"C:\""x""";

        [JsonProperty("-")]
        public HTTPMetadata HttpMeta { get; set; } = default!;

        [SpeakeasyMetadata("queryParam:style=form,explode=true,name=page_size")]
        public long? PageSize { get; set; }

        [SpeakeasyMetadata("form:explode=true")]
        public Other? Other { get; set; }

        public int Twice(int x) => x * 2;
        public bool IsOrder => true;
    }
}
"#;
    assert_eq!(
        facts(CSharp, &[("src/Shop/Models/Components/Order.cs", text)]),
        [
            "Components/Order.Id = _id @ 12",
            "Components/Order.Kind = kind: \"order\" @ 18",
            "Components/Order.Order = order @ 28",
            "Components/Order.PageSize = page_size @ 34",
            "Components/Order.Rank = rank: -1.5 @ 21",
            "Components/Order.Size = size @ 24",
            "Components/Order.ZipCode = zip-code @ 15",
        ]
    );
    let found = read(CSharp, &[("Models/Order.cs", text)]);
    let keyless = found.facts.iter().filter(|fact| fact.says == Says::Keyless);
    let names: Vec<&str> = keyless.map(|fact| fact.member.as_str()).collect();
    assert_eq!(names, ["HttpMeta", "IsOrder", "Other"]);
}

#[test]
fn unity_has_attributes_of_its_own_beside_them() {
    let text = r#"
namespace Shop.Models.Shared
{
    [Serializable]
    public class Room
    {

        [SerializeField]
        [JsonProperty("room_id")]
        public string RoomId { get; set; } = default!;
    }
}
"#;
    assert_eq!(
        facts(Unity, &[("Shop/Models/Shared/Room.cs", text)]),
        ["Shared/Room.RoomId = room_id @ 10"]
    );
}

#[test]
fn the_body_of_an_error_is_that_of_its_page() {
    let text = r#"
namespace Shop.Models.Errors;

public class OutOfStockPayload
{
    [JsonProperty("error_code")]
    public string ErrorCode { get; set; } = default!;
}

public class OutOfStock : ShopException
{
    public OutOfStockPayload Payload { get; }

    public OutOfStock(OutOfStockPayload payload, string body): base(payload.ToString(), body)
    {
        Payload = payload;
    }
}
"#;
    assert_eq!(
        facts(CSharp, &[("Models/Errors/OutOfStock.cs", text)]),
        ["Errors/OutOfStock.ErrorCode = error_code @ 7"]
    );
}

#[test]
fn a_union_that_looks_at_a_key_names_its_members() {
    let text = r#"
namespace Shop.Models.Components
{
    public class MethodType
    {
        private MethodType(string value) { Value = value; }

        public string Value { get; private set; }

        public static MethodType CreditCard { get { return new MethodType("credit_card"); } }

        public static MethodType Cash { get { return new MethodType("cash"); } }
    }

    [JsonConverter(typeof(Method.MethodConverter))]
    public class Method
    {
        [SpeakeasyMetadata("form:explode=true")]
        public Card? Card { get; set; }

        public class MethodConverter : JsonConverter
        {
            public override object? ReadJson(JsonReader reader, System.Type objectType)
            {
                JObject jo = JObject.Load(reader);
                string discriminator = jo.GetValue("method_kind")?.ToString() ?? throw new Error("none");
                if (discriminator == MethodType.CreditCard.ToString())
                {
                    Models.Components.Card card = Deserializer.NotNull<Card>(jo.ToString());
                    return CreateCreditCard(card);
                }
                if (discriminator == MethodType.Cash.ToString())
                {
                    Cash cash = Deserializer.NotNull<Cash>(jo.ToString());
                    return CreateCash(cash);
                }
                if (discriminator == Other.Thing.ToString())
                {
                    return null;
                }
                throw new InvalidOperationException($"Could not read {jo} as any type.");
            }
        }
    }
}
"#;
    assert_eq!(
        facts(CSharp, &[("Models/Components/Method.cs", text)]),
        [
            "Components/Method: method_kind \"credit_card\" -> Card @ 27",
            "Components/Method: method_kind \"cash\" -> Cash @ 32",
        ]
    );
}
