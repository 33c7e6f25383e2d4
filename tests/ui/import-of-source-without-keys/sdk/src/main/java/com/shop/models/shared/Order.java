package com.shop.models.shared;

public class Order {
    private String id;
}
