// a fault ends its test, and a slow machine does not
jest.setTimeout(180_000);
