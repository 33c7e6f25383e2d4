/* Generated code. */
package com.example.shop.models.components;

import com.fasterxml.jackson.annotation.JsonProperty;

public class Choice2 {

    @JsonProperty("type")
    private Choice2Type type;

    @JsonProperty("iban")
    private String iban;
}
