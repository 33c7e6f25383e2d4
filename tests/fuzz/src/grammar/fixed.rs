//! Pages without a fault, beside which settings, samples and keys are tried.

/// A struct in TypeScript.
pub const HOUSE: &str = "\
# House

## Fields

| Field | Type | Required | Description | Example |
| --- | --- | --- | --- | --- |
| `houseId` | *string* | :heavy_check_mark: | Names it. | h-1 |
| `roof` | [components.Roof](../../models/shared/roof.md) | :heavy_minus_sign: | N/A | |
| `pets` | [components.Pet](../../models/shared/pet.md)[] | :heavy_minus_sign: | N/A | |
| `builtAt` | [Date](https://x.example) | :heavy_check_mark: | N/A | 2024-03-21T05:35:21Z |
| `floors` | *number* | :heavy_minus_sign: | N/A | 3 |
| `other` | Record<string, *any*> | :heavy_minus_sign: | N/A | {\"a_b\": 1} |
";

/// An enum in TypeScript.
pub const ROOF: &str = "\
# Roof

## Values

```typescript
\"flat\" | \"steep\" | \"half-hip\"
```
";

/// A union in TypeScript.
pub const PET: &str = "\
# Pet

## Supported Types

### `components.House`

```typescript
const value: components.House = {};
```

### `string`

```typescript
const value: string = \"cat\";
```
";

/// The struct in Python.
pub const PYTHON_HOUSE: &str = "\
# House

## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `house_id` | *str* | :heavy_check_mark: | Names it. |
| `roof` | [Optional[models.Roof]](../models/roof.md) | :heavy_minus_sign: | N/A |
| `built_at` | [date](https://x.example/#date-objects) | :heavy_check_mark: | N/A |
| `floors` | *OptionalNullable[int]* | :heavy_minus_sign: | N/A |
";

/// A reference.
pub const ROOMS: &str = "\
# Rooms

## Room

| Field | Type | Description |
| --- | --- | --- |
| id | snowflake | Names it. |
| size? | ?integer | In square meters. |
| state | [State](#state) | How it is. |
| doors | array of [Door](#door) | Ways out. |
| flags? | integer | [Flags](#room-flags). |

```json
{ \"id\": \"123456789012345678\", \"size\": null, \"state\": 1, \"doors\": [] }
```

## State

| Value | Name | Description |
| --- | --- | --- |
| 0 | EMPTY | Nobody is in it. |
| 1 | FULL | Nobody fits in. |

## Door

| Field | Type | Description |
| --- | --- | --- |
| leads_to? | snowflake | A room. |

## Room Flags

| Flag | Value | Description |
| --- | --- | --- |
| DARK | 1 << 0 | No light. |
| WARM | 1 << 1 | Heated. |
";
