/** What a lead sends who sends a picture: a house in the sun. */
export declare const PICTURE: Buffer<ArrayBuffer>;
