use super::{facts, read};
use crate::keys::Says;
use crate::language::Language::Go;

const ORDER: &str = r#"package components

type Kind string

const KindParcel Kind = "parcel"

// Order - `json:"not_a_tag"` in a comment
type Order struct {
	// What names it.
	ID      string            `json:"_id"`
	ZipCode *string           `default:"null" json:"zip_code,omitempty"`
	Lines   []struct {
		Sku string `json:"sku"`
	} `json:"order_lines"`
	Error_  map[string]Reason `json:"error"`
	version int64             `const:"2" json:"v"`
	type_   string            `const:"order" json:"type"`
	urlKind Kind              `const:"a\"b" json:"url_kind"`
	Rest    map[string]any    `additionalProperties:"true" json:"-"`
	Dash    string            `json:"-,"`
	Body    Other
}

func (o *Order) GetURLKind() Kind {
	type local struct {
		Inner string `json:"inner"`
	}
	return `type Fake struct { A string }`
}
"#;

#[test]
fn tags_of_fields_are_keys_and_constants() {
    assert_eq!(
        facts(Go, &[("models/components/order.go", ORDER)]),
        [
            "components/Order.Dash = - @ 20",
            "components/Order.Error_ = error @ 15",
            "components/Order.ID = _id @ 10",
            "components/Order.Lines = order_lines @ 12",
            "components/Order.Type = type: \"order\" @ 17",
            "components/Order.URLKind = url_kind: \"a\\\"b\" @ 18",
            "components/Order.Version = v: 2 @ 16",
            "components/Order.ZipCode = zip_code @ 11",
        ]
    );
    let found = read(Go, &[("models/components/order.go", ORDER)]);
    let keyless = found.facts.iter().filter(|fact| fact.says == Says::Keyless);
    let names: Vec<&str> = keyless.map(|fact| fact.member.as_str()).collect();
    assert_eq!(names, ["Body", "Rest"]);
}

#[test]
fn parameters_of_a_request_have_keys_and_its_body_has_none() {
    let text = r#"
type FindOrdersRequest struct {
	PageSize int64   `default:"50" queryParam:"style=form,explode=true,name=page[size]"`
	OrderID  string  `pathParam:"style=simple,explode=false,name=orderId"`
	Trace    *string `header:"style=simple,explode=false,name=X-Trace"`
	Scan     []byte  `multipartForm:"content"`
	Label    *string `multipartForm:"name=label"`
	Body     Order   `request:"mediaType=application/json"`
	Token    string  `security:"scheme,type=http,name=Authorization"`
}
"#;
    assert_eq!(
        facts(Go, &[("models/operations/find.go", text)]),
        [
            "operations/FindOrdersRequest.Label = label @ 7",
            "operations/FindOrdersRequest.OrderID = orderId @ 4",
            "operations/FindOrdersRequest.PageSize = page[size] @ 3",
            "operations/FindOrdersRequest.Trace = X-Trace @ 5",
        ]
    );
}

#[test]
fn a_union_that_looks_at_a_key_names_its_members() {
    let text = r#"
type Method struct {
	Card *Card `queryParam:"inline" union:"member"`
	Cash *Cash

	Type MethodType
}

func (u *Method) UnmarshalJSON(data []byte) error {
	type discriminator struct {
		Kind string `json:"method_kind"`
	}
	dis := new(discriminator)
	if err := json.Unmarshal(data, &dis); err != nil {
		return err
	}
	switch dis.Kind {
	case "credit", "debit":
		card := new(components.Card)
		if err := utils.UnmarshalJSON(data, &card, "", true, nil); err != nil {
			return fmt.Errorf("could not read `%s` as (Kind == debit): %w", string(data), err)
		}
		u.Card = card
		return nil
	case "cash":
		cash := new(Cash)
		return nil
	default:
		return errors.New("unknown")
	}
}

func (u Method) MarshalJSON() ([]byte, error) {
	switch u.Type {
	case "no": return new(No)
	}
}
"#;
    assert_eq!(
        facts(Go, &[("models/method.go", text)]),
        [
            "Method: method_kind \"credit\" -> Card @ 18",
            "Method: method_kind \"debit\" -> Card @ 18",
            "Method: method_kind \"cash\" -> Cash @ 25",
        ]
    );
}
