/* Generated code. */
package com.example.shop.models.components;

import com.fasterxml.jackson.annotation.JsonProperty;

public class Line {

    @JsonProperty("sku")
    private String sku;

    @JsonProperty("quantity")
    private int quantity;

    @JsonProperty("unit_price")
    private String unitPrice;
}
