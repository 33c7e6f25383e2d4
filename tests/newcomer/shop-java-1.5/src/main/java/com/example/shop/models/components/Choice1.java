/* Generated code. */
package com.example.shop.models.components;

import com.fasterxml.jackson.annotation.JsonProperty;

public class Choice1 {

    @JsonProperty("type")
    private Choice1Type type;

    @JsonProperty("last4")
    private String last4;
}
