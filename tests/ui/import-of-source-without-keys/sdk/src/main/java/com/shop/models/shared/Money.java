package com.shop.models.shared;

public class Money {
    private String id;
}
