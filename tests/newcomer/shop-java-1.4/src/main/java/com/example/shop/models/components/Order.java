/* Generated code. */
package com.example.shop.models.components;

import com.fasterxml.jackson.annotation.JsonProperty;

public class Order {

    @JsonProperty("_id")
    private String id;

    @JsonProperty("status")
    private OrderStatus status;

    @JsonProperty("lines")
    private List<Line> lines;

    @JsonProperty("payment")
    private Optional<Payment> payment;

    @JsonProperty("placed_at")
    private OffsetDateTime placedAt;

    @JsonProperty("shipped_at")
    private OffsetDateTime shippedAt;

    @JsonProperty("weight")
    private Optional<Grammes> weight;

    @JsonProperty("note")
    private Optional<String> note;
}
