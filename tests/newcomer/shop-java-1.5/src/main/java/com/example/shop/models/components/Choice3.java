/* Generated code. */
package com.example.shop.models.components;

import com.fasterxml.jackson.annotation.JsonProperty;

public class Choice3 {

    @JsonProperty("type")
    private Choice3Type type;

    @JsonProperty("code")
    private String code;
}
